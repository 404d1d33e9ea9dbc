package dev.rapport.health.warning;

/**
 * How well alerts have foretold losses at one threshold.
 *
 * @param wanted  how rare false alarms were to be, which decides the threshold
 * @param evaluation  what came of it
 */
public record LeadFigure(Wanted wanted, AlertEvaluation evaluation) {}
