package dev.rapport.engagement.scope;

/**
 * When a scope that fits does no more.
 *
 * <p><strong>Formula.</strong> The people of each leader and of each of its areas are multiplied by {@code f = 1.01, 1.02, ...}
 * and rounded up, until the first limit is passed; {@code years = ln(f) / ln(1 + growth)}.
 *
 * <p><strong>Units.</strong> People as whole numbers, each once for a leader and summed over the leaders: who works for two
 * counts twice. Years of 365 days or 366, as growth is declared by the year.
 *
 * <p><strong>Edges.</strong> The step of one hundredth makes years late by up to {@code ln(1.01) / ln(1 + growth)}: twelve days
 * at a growth of 35 %. A scope that still fits at ten times the people has none, nor has one that does not fit today. Years
 * are infinite without growth.
 *
 * @param people  how many people in its areas it is too small for, where all areas grow alike
 * @param years  in how many years that is, at the declared growth; infinite without growth
 * @param because  the limit that is passed first
 */
public record Outgrown(int people, double years, String because) {}
