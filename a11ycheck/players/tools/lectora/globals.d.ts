declare var trivExitPage: any;
declare var trivNextPage: any;
