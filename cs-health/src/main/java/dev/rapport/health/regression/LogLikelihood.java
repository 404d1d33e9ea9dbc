package dev.rapport.health.regression;

/**
 * The logarithm of a likelihood, of Cox's model the partial one.
 *
 * @param none  without covariates
 * @param fitted  at the estimates, without the penalty of a ridge
 */
public record LogLikelihood(double none, double fitted) {}
