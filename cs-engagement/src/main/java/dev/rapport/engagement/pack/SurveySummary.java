package dev.rapport.engagement.pack;

import dev.rapport.model.customer.SurveyAnswer;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The answers to one question within a year.
 *
 * @param instrument  the question
 * @param answers  how many answers had a score
 * @param mean  their mean
 */
public record SurveySummary(String instrument, int answers, double mean) {

    static List<SurveySummary> of(List<SurveyAnswer> answers, LocalDate from, ZoneId zone) {
        Map<String, List<Double>> scores = new TreeMap<>();
        for (SurveyAnswer answer : answers) {
            boolean isOfYear = !LocalDate.ofInstant(answer.entry().at(), zone).isBefore(from);
            if (isOfYear && answer.score().isPresent()) {
                scores.computeIfAbsent(answer.instrument(), absent -> new ArrayList<>())
                        .add(answer.score().getAsDouble());
            }
        }
        List<SurveySummary> summaries = new ArrayList<>();
        scores.forEach((instrument, all) -> summaries.add(new SurveySummary(
                instrument,
                all.size(),
                all.stream().mapToDouble(Double::doubleValue).average().orElseThrow())));
        return List.copyOf(summaries);
    }
}
