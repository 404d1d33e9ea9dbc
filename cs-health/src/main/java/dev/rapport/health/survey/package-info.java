/**
 * Surveys: what customers answered, how surely, what moved, and who answers no more.
 *
 * <p>The entry points are {@link dev.rapport.health.survey.SurveyInstruments}, which declares the questions that are asked,
 * and {@link dev.rapport.health.survey.SurveyReport}, which reads a book by them:
 *
 * <pre>{@code
 * SurveyReport report = SurveyReport.of(book, instruments, List.of(SEGMENT, StandardAttributes.OWNER_CSM));
 * report.instruments().get(0).overall().score();   // a number with its interval, or why there is none
 * }</pre>
 *
 * <p>Numbers come with intervals that know that answers of one account resemble each other, and only where there is enough
 * data ({@link dev.rapport.health.estimate.Estimator}). What customers feel, weighted by the respondents' roles, is {@link
 * dev.rapport.health.survey.AccountSentiment}, which is not a net promoter score. What goes along with the answers is an
 * association and called so: {@link dev.rapport.health.survey.Drivers}, {@link dev.rapport.health.survey.EffortRanking},
 * {@link dev.rapport.health.survey.SilentAccounts}. Who may be asked when is decided in {@code
 * dev.rapport.health.contact}.
 */
@NullMarked
package dev.rapport.health.survey;

import org.jspecify.annotations.NullMarked;
