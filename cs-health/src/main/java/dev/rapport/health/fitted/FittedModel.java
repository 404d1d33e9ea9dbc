package dev.rapport.health.fitted;

/** A model that was fitted to data and can be kept in a {@link SavedModel}. Implementations are immutable values. */
public interface FittedModel {}
