declare var require: any;
declare var requirejs: any;
declare var Adapt: any;
