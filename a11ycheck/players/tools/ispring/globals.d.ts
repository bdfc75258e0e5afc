declare var PresentationPlayer: any;
declare var QuizPlayer: any;
/** Offered by a page around the content, to which the content then registers its player. */
declare var ispringPresentationConnector: any;
