declare var H5P: any;
