package dev.rapport.health.survey;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Dimension;
import dev.rapport.model.attribute.Entry;
import dev.rapport.model.attribute.Provenance;
import dev.rapport.model.attribute.Reading;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.attribute.SeriesKey;
import dev.rapport.model.book.Book;
import dev.rapport.model.book.DerivedAttribute;
import dev.rapport.model.customer.SurveyAnswer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What surveys say about a single customer, for scorecards, segments and rules to read.
 *
 * <p>A question counts as not answered when the time that its instrument gives for an answer is over. One that still waits
 * counts neither way.
 */
public final class SurveyAttributes {

    private static final int YEAR = 365;

    /** What the account feels, 0 to 100, weighted by the respondents' roles; see {@link AccountSentiment}. */
    public static final AttributeKey<Double> SENTIMENT = AttributeKey.number("survey.sentiment")
            .dimension(Dimension.BEHAVIOURAL)
            .unit("points");

    /** How many questions of the last 365 days had their time for an answer. */
    public static final AttributeKey<Double> ASKED_365D = AttributeKey.number("survey.asked-365d")
            .dimension(Dimension.BEHAVIOURAL)
            .unit("questions");

    /** The share of them that was not answered in time; not applicable if there were none. */
    public static final AttributeKey<Double> NON_RESPONSE_365D = AttributeKey.number("survey.non-response-365d")
            .dimension(Dimension.BEHAVIOURAL)
            .unit("share");

    /** How many questions, the latest ones, were not answered in a row; not applicable if none was ever asked. */
    public static final AttributeKey<Double> UNANSWERED_IN_A_ROW = AttributeKey.number("survey.unanswered-in-a-row")
            .dimension(Dimension.BEHAVIOURAL)
            .unit("questions");

    private SurveyAttributes() {}

    /**
     * All that may be laid over a book.
     *
     * @return the keys
     */
    public static Set<AttributeKey<Double>> all() {
        return Set.of(SENTIMENT, ASKED_365D, NON_RESPONSE_365D, UNANSWERED_IN_A_ROW);
    }

    /**
     * The attributes, to be handed to {@code Facts.of(...).derive(...)}.
     *
     * @param instruments  what was asked
     * @return all of the above; without the sentiment where no rule of it is declared
     */
    public static List<DerivedAttribute<Double>> derivedFrom(SurveyInstruments instruments) {
        return derivedFrom(instruments, view -> closed(view, instruments));
    }

    private static List<DerivedAttribute<Double>> derivedFrom(
            SurveyInstruments instruments, Function<CustomerView, List<Closed>> closed) {
        List<DerivedAttribute<Double>> all = new ArrayList<>();
        instruments.settings().sentiment().ifPresent(rule -> {
            Sentiments sentiments = new Sentiments(instruments, rule);
            // People are read too where they are fed: they tell who left, and who is what
            Set<SeriesKey<?>> series = Set.of(SurveyAnswer.SERIES);
            all.add(new DerivedAttribute<>(
                    SENTIMENT, new Requirements(Set.of(), series), view -> sentiment(sentiments, instruments, view)));
        });
        all.add(derived(
                ASKED_365D, closed, (view, those) -> number(lately(view, those).size(), those)));
        all.add(derived(NON_RESPONSE_365D, closed, SurveyAttributes::nonResponse));
        all.add(derived(UNANSWERED_IN_A_ROW, closed, SurveyAttributes::unansweredInARow));
        return List.copyOf(all);
    }

    /**
     * Lays the attributes over a book that was made without them.
     *
     * @param book  the book
     * @param instruments  what was asked
     * @return the book with the attributes; the same where no answers are fed
     */
    public static Book layOver(Book book, SurveyInstruments instruments) {
        Book laid = book;
        Map<String, List<Closed>> closed = new HashMap<>();
        Function<CustomerView, List<Closed>> once =
                view -> closed.computeIfAbsent(view.customerId(), id -> closed(view, instruments));
        for (DerivedAttribute<Double> attribute : derivedFrom(instruments, once)) {
            if (book.provides().series().containsAll(attribute.requires().series())) {
                Map<String, Double> values = new HashMap<>();
                for (CustomerView view : book.customers()) {
                    attribute.derivation().apply(view).value().ifPresent(value -> values.put(view.customerId(), value));
                }
                laid = laid.with(attribute.key(), instruments.policy().toString(), values);
            }
        }
        return laid;
    }

    private record Closed(Question question, Instrument instrument) {

        boolean isAnswered() {
            return question.isAnsweredWithin(instrument.answerWithinDays());
        }

        LocalDate askedOn() {
            return question.askedOn();
        }
    }

    private static DerivedAttribute<Double> derived(
            AttributeKey<Double> key,
            Function<CustomerView, List<Closed>> closed,
            BiFunction<CustomerView, List<Closed>, Reading<Double>> reading) {
        return new DerivedAttribute<>(
                key, Requirements.series(SurveyAnswer.SERIES), view -> reading.apply(view, closed.apply(view)));
    }

    /** The questions whose time is over, earliest first. */
    private static List<Closed> closed(CustomerView view, SurveyInstruments instruments) {
        List<Closed> closed = new ArrayList<>();
        for (Instrument instrument : instruments.instruments()) {
            for (Question question : Question.of(view, instrument)) {
                if (question.isClosed(view.date(), instrument.answerWithinDays())) {
                    closed.add(new Closed(question, instrument));
                }
            }
        }
        closed.sort(Comparator.comparing(Closed::askedOn).thenComparing(Closed::isAnswered));
        return closed;
    }

    private static List<Closed> lately(CustomerView view, List<Closed> closed) {
        SurveyPeriod year = SurveyPeriod.endingWith(view.date(), YEAR);
        return closed.stream().filter(one -> year.contains(one.askedOn())).toList();
    }

    private static Reading<Double> nonResponse(CustomerView view, List<Closed> closed) {
        List<Closed> lately = lately(view, closed);
        double unanswered = lately.stream().filter(one -> !one.isAnswered()).count();
        return lately.isEmpty()
                ? Reading.notApplicable("nobody was asked")
                : number(unanswered / lately.size(), lately);
    }

    /** Of questions of one day, an answered one breaks the row. */
    private static Reading<Double> unansweredInARow(CustomerView view, List<Closed> closed) {
        int last = closed.size();
        while (last > 0 && !closed.get(last - 1).isAnswered()) {
            last--;
        }
        return closed.isEmpty()
                ? Reading.notApplicable("nobody was asked")
                : number((double) closed.size() - last, closed);
    }

    private static Reading<Double> number(double number, List<Closed> from) {
        Optional<Entry> latest = from.stream()
                .map(one -> one.question().entry())
                .max(Comparator.comparing(Entry::at).thenComparing(Entry::recordedAt));
        return Reading.present(
                number,
                new Provenance(latest.map(Entry::at), latest.map(Entry::recordedAt), SurveyAnswer.SERIES.name()));
    }

    private static Reading<Double> sentiment(Sentiments sentiments, SurveyInstruments instruments, CustomerView view) {
        return sentiments
                .of(view)
                .decision()
                .value()
                .map(value -> Reading.present(
                        value, Provenance.of(instruments.policy().toString())))
                .orElseGet(() -> Reading.missing("nobody answered lately"));
    }
}
