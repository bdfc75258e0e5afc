/** The run-time of SCORM 1.2 and that of SCORM 2004, where content looks for them. */
declare var API: any;
declare var API_1484_11: any;
