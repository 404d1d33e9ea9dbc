package dev.rapport.health.survey;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Entry;
import dev.rapport.model.attribute.Provenance;
import dev.rapport.model.customer.Person;
import dev.rapport.model.decision.Decision;
import dev.rapport.model.decision.Explanation;
import dev.rapport.model.decision.Handling;
import dev.rapport.model.decision.Node;
import dev.rapport.model.decision.Program;
import dev.rapport.model.decision.Weighted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Works out what accounts feel.
 *
 * <p>Of each person the latest answer to each instrument counts, as how good it is from 0 to 100; the mean of these is what
 * the person feels, the mean of persons what the role feels, the weighted mean of roles what the account feels. Answers
 * without a respondent count as a person each. People who left do not count.
 */
final class Sentiments {

    private static final double POINTS = 100;

    private final SurveyInstruments instruments;
    private final SentimentRule rule;
    private final Map<String, AttributeKey<Double>> keys = new TreeMap<>();
    private final Program program;

    Sentiments(SurveyInstruments instruments, SentimentRule rule) {
        this.instruments = instruments;
        this.rule = rule;
        Map<String, Double> weights = new TreeMap<>(rule.weights().roles());
        weights.put(SentimentRule.OTHERS, rule.weights().others());
        List<Weighted> parts = new ArrayList<>();
        weights.forEach((role, weight) -> {
            AttributeKey<Double> key = AttributeKey.number(SurveyAttributes.SENTIMENT.name() + "." + role)
                    .unit("points");
            keys.put(role, key);
            parts.add(new Weighted(Node.number(key.name(), key, (value, today) -> value), weight));
        });
        this.program =
                Program.of(Node.weightedMean(SurveyAttributes.SENTIMENT.name(), parts, Handling.REDISTRIBUTE, 0));
    }

    /** What one account feels, without a value where nobody with a weight answered lately. */
    AccountSentiment of(CustomerView view) {
        Map<String, Double> byRole = byRole(view);
        Map<AttributeKey<Double>, Double> feels = new HashMap<>();
        byRole.forEach((role, felt) -> feels.put(keys.get(role), felt));
        Explanation reasons = program.explain(
                new RoleView(view, feels, Provenance.of(instruments.policy().toString())));
        Optional<Double> value =
                reasons.value().isPresent() ? Optional.of(reasons.value().getAsDouble()) : Optional.empty();
        return new AccountSentiment(new Decision<>(view.customerId(), value, reasons), byRole, rule.dividedFrom());
    }

    private Map<String, Double> byRole(CustomerView view) {
        Map<String, Entry> people = new HashMap<>();
        view.entries(Person.SERIES).forEach(person -> people.put(person.id(), person));
        SurveyPeriod period = SurveyPeriod.endingWith(view.date(), rule.days());
        Map<String, Map<String, List<Double>>> answers = new TreeMap<>();
        for (Instrument instrument : instruments.instruments()) {
            Set<String> seen = new HashSet<>();
            List<Question> questions = Question.of(view, instrument);
            for (int i = questions.size() - 1; i >= 0; i--) {
                Question question = questions.get(i);
                Entry person = question.respondent().map(people::get).orElse(null);
                if (question.answer().isEmpty() || !question.isAnsweredIn(period) || hasLeft(person, view)) {
                    continue;
                }
                String who = question.respondent().orElse("answer " + instrument.id() + " " + i);
                if (seen.add(who)) {
                    answers.computeIfAbsent(role(question, person), role -> new TreeMap<>())
                            .computeIfAbsent(who, name -> new ArrayList<>())
                            .add(POINTS * instrument.goodness(question.answer().getAsDouble()));
                }
            }
        }
        Map<String, Double> feels = new TreeMap<>();
        answers.forEach((role, persons) -> feels.put(
                role, mean(persons.values().stream().map(Sentiments::mean).toList())));
        return feels;
    }

    private static boolean hasLeft(@Nullable Entry person, CustomerView view) {
        return person != null
                && person.find(Person.LEFT_ON)
                        .map(day -> !day.isAfter(view.date()))
                        .orElse(false);
    }

    private String role(Question question, @Nullable Entry person) {
        return question.role()
                .or(() -> person == null ? Optional.empty() : person.find(Person.ROLE))
                .filter(role -> rule.weights().roles().containsKey(role))
                .orElse(SentimentRule.OTHERS);
    }

    /** The mean, whatever the order. */
    private static double mean(List<Double> values) {
        double sum = 0;
        for (double value : values.stream().sorted().toList()) {
            sum += value;
        }
        return sum / values.size();
    }
}
