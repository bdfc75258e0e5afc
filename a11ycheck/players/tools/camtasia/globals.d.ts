/** TechSmith's player and its settings. */
declare var TSC: any;
