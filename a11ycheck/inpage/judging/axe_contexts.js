// The frames that axe sees from here: where each stands in this frame, and what of it is to be judged. `context` "new"
// stands for what is new in this frame.
// @requires state
(context) => axe.utils.getFrameContexts(context === "new" ? { include: a11y.state.state.fresh, exclude: [] } : context);
