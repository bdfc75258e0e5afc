"""Results on disk, so that an audit can be resumed."""
