// The frames that axe sees from here: where each stands in this frame, and what of it is to be judged.
(context) => axe.utils.getFrameContexts(context === "new" ? { include: globalThis.a11ycheckNew, exclude: [] } : context)
