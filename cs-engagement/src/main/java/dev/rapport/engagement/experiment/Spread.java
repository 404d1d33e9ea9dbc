package dev.rapport.engagement.experiment;

/**
 * A number and how far it may be off.
 *
 * @param value  the number
 * @param standardError  its standard error
 * @param degreesOfFreedom  of the standard error; infinite for the normal distribution
 */
record Spread(double value, double standardError, double degreesOfFreedom) {}
