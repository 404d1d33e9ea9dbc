package dev.rapport.health.survey;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.book.Book;
import dev.rapport.model.customer.SurveyAnswer;
import dev.rapport.model.decision.PolicyRef;
import dev.rapport.model.time.AsOf;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the customers of a book answered, as of its cut. Immutable.
 *
 * <p>An account belongs to the group that it is in as of the cut, wherever it was when it answered.
 */
public final class SurveyReport {

    private final SurveyInstruments declared;
    private final AsOf asOf;
    private final List<InstrumentReport> instruments;
    private final List<AccountSentiment> sentiments;

    private SurveyReport(
            SurveyInstruments declared,
            AsOf asOf,
            List<InstrumentReport> instruments,
            List<AccountSentiment> sentiments) {
        this.declared = declared;
        this.asOf = asOf;
        this.instruments = List.copyOf(instruments);
        this.sentiments = List.copyOf(sentiments);
    }

    /**
     * Reads a book.
     *
     * @param book  the book
     * @param instruments  what was asked, and how it is read
     * @param by  the attributes to group accounts by, such as segment, owner, stage
     * @return the report
     */
    public static SurveyReport of(Book book, SurveyInstruments instruments, List<AttributeKey<String>> by) {
        requireNonNull(instruments, "instruments");
        List<InstrumentReport> reports = new ArrayList<>();
        for (Instrument instrument : instruments.instruments()) {
            reports.add(new Reading(book, instrument, instruments.settings(), by).report());
        }
        List<AccountSentiment> sentiments = new ArrayList<>();
        instruments.settings().sentiment().ifPresent(rule -> {
            Sentiments ofBook = new Sentiments(instruments, rule);
            for (CustomerView view : book.customers()) {
                AccountSentiment sentiment = ofBook.of(view);
                if (!sentiment.byRole().isEmpty()) {
                    sentiments.add(sentiment);
                }
            }
        });
        return new SurveyReport(instruments, book.asOf(), reports, sentiments);
    }

    /**
     * What a report reads beside the attributes it groups by.
     *
     * @return the answers
     */
    public static Requirements requirements() {
        return Requirements.series(SurveyAnswer.SERIES);
    }

    /**
     * How the book was read.
     *
     * @return the instruments with their settings
     */
    public SurveyInstruments declared() {
        return declared;
    }

    /**
     * The name of what was declared.
     *
     * @return id and revision
     */
    public PolicyRef policy() {
        return declared.policy();
    }

    /**
     * The cut.
     *
     * @return the instant everything here is as of
     */
    public AsOf asOf() {
        return asOf;
    }

    /**
     * What was answered to each instrument.
     *
     * @return a report of each instrument, in the order of the declaration
     */
    public List<InstrumentReport> instruments() {
        return instruments;
    }

    /**
     * What was answered to one instrument.
     *
     * @param id  the instrument
     * @return its report, or empty if it is not declared
     */
    public Optional<InstrumentReport> find(String id) {
        return instruments.stream()
                .filter(report -> report.instrument().id().equals(id))
                .findFirst();
    }

    /**
     * What accounts feel, weighted by the respondents' roles; not a net promoter score.
     *
     * @return the accounts that answered lately, by id; none where no rule of sentiment is declared
     */
    public List<AccountSentiment> sentiments() {
        return sentiments;
    }

    /**
     * The accounts whose roles disagree.
     *
     * @return those of {@link #sentiments()} that are divided, widest apart first, then by id
     */
    public List<AccountSentiment> divided() {
        return sentiments.stream()
                .filter(AccountSentiment::isDivided)
                .sorted(Comparator.comparingDouble(AccountSentiment::distance)
                        .reversed()
                        .thenComparing(AccountSentiment::customerId))
                .toList();
    }

    /** Reads one instrument of a book. */
    private static final class Reading {

        private final Book book;
        private final Instrument instrument;
        private final SurveySettings settings;
        private final List<AttributeKey<String>> by;

        Reading(Book book, Instrument instrument, SurveySettings settings, List<AttributeKey<String>> by) {
            this.book = book;
            this.instrument = instrument;
            this.settings = settings;
            this.by = by;
        }

        private Tally tally() {
            return new Tally(instrument, book.date(), settings.window());
        }

        InstrumentReport report() {
            Tally overall = tally();
            List<Map<Optional<String>, Tally>> groups = new ArrayList<>();
            by.forEach(key -> groups.add(new HashMap<>()));
            boolean feedsUnanswered = false;
            for (CustomerView view : book.customers()) {
                List<Question> questions = Question.of(view, instrument);
                if (questions.isEmpty()) {
                    continue;
                }
                feedsUnanswered |= questions.stream().anyMatch(question -> !question.isAnswered());
                overall.add(view.customerId(), questions);
                for (int i = 0; i < by.size(); i++) {
                    groups.get(i)
                            .computeIfAbsent(view.find(by.get(i)), value -> tally())
                            .add(view.customerId(), questions);
                }
            }
            List<SurveyBreakdown> breakdowns = new ArrayList<>();
            for (int i = 0; i < by.size(); i++) {
                breakdowns.add(breakdown(by.get(i), groups.get(i), feedsUnanswered));
            }
            return new InstrumentReport(instrument, overall.summary(settings.level(), 1, feedsUnanswered), breakdowns);
        }

        private SurveyBreakdown breakdown(
                AttributeKey<String> key, Map<Optional<String>, Tally> tallies, boolean feedsUnanswered) {
            tallies.values().removeIf(Tally::isEmpty);
            List<SurveyGroup> groups = new ArrayList<>();
            tallies.forEach((value, tally) -> groups.add(
                    new SurveyGroup(value, tally.summary(settings.level(), tallies.size(), feedsUnanswered))));
            groups.sort(
                    Comparator.comparing((SurveyGroup group) -> group.value().isEmpty())
                            .thenComparing(group -> group.value().orElse("")));
            return new SurveyBreakdown(key, groups);
        }
    }
}
