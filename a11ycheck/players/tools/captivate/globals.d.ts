/** The documented interface, from version 8 on. */
declare var cpAPIInterface: any;
/** The engine, with the slides. */
declare var cp: any;
