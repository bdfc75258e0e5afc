/** The course, as an object or as JSON in base64. */
declare var courseData: any;
declare var __fetchCourse: any;
declare var i18n: any;
