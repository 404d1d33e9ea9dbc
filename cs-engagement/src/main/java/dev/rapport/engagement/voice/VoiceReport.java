package dev.rapport.engagement.voice;

import dev.rapport.engagement.CustomerFailure;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.book.Book;
import dev.rapport.model.customer.Feedback;
import dev.rapport.model.customer.SurveyAnswer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.joda.money.Money;

/**
 * What the customers of a book say: by theme and department, with the revenue behind it and what became of it.
 *
 * <pre>{@code
 * VoiceReport voice = VoiceReport.of(policy, book);
 * voice.departments().get(0).themes();
 * voice.of("acme"); // you said, we did
 * }</pre>
 */
public final class VoiceReport {

    private static final AttributeKey<Money> ARR = AttributeKey.money("arr");

    private final VoicePolicy policy;
    private final LocalDate today;
    private final Money zero;
    private final Map<String, List<Utterance>> ofCustomer = new TreeMap<>();
    private final Map<String, Money> pays = new HashMap<>();
    private final List<CustomerFailure> failures = new ArrayList<>();

    private VoiceReport(VoicePolicy policy, Book book) {
        this.policy = policy;
        this.today = book.date();
        this.zero = Money.zero(book.currency());
    }

    /**
     * Listens to the customers of a book. The attribute {@code arr}, where the book has it, says what is behind a theme.
     *
     * @param policy  the themes
     * @param book  the customers
     * @return what they say
     */
    public static VoiceReport of(VoicePolicy policy, Book book) {
        VoiceReport report = new VoiceReport(policy, book);
        UtteranceReader reader = new UtteranceReader(policy);
        for (CustomerView view : book.customers()) {
            try {
                List<Utterance> said = reader.read(view);
                if (!said.isEmpty()) {
                    view.find(ARR).ifPresent(arr -> report.pays.put(view.customerId(), arr));
                    report.ofCustomer.put(view.customerId(), said);
                }
            } catch (RuntimeException e) {
                report.failures.add(CustomerFailure.of(view.customerId(), e));
            }
        }
        return report;
    }

    /**
     * What is read. Either series is enough.
     *
     * @return feedback and answers to surveys
     */
    public static Requirements requirements() {
        return Requirements.series(Feedback.SERIES, SurveyAnswer.SERIES);
    }

    /**
     * The themes.
     *
     * @return the policy
     */
    public VoicePolicy policy() {
        return policy;
    }

    /**
     * The first day on which is listened.
     *
     * @return as many days before the cut's as the policy says
     */
    public LocalDate since() {
        return today.minusDays(policy.windowDays() - 1L);
    }

    /**
     * The first day of the period that a digest of today is about.
     *
     * @return the day, by the policy's cadence
     */
    public LocalDate periodStart() {
        return policy.cadence().startOf(today);
    }

    /**
     * When the next digest is due.
     *
     * @return the first day of the next period
     */
    public LocalDate nextDigest() {
        return policy.cadence().nextAfter(today);
    }

    /**
     * Everything that was said.
     *
     * @return the utterances by customer, the last first
     */
    public List<Utterance> all() {
        return ofCustomer.values().stream().flatMap(List::stream).toList();
    }

    /**
     * What one customer said.
     *
     * @param customerId  the customer
     * @return the utterances, the last first
     */
    public List<Utterance> of(String customerId) {
        return Collections.unmodifiableList(ofCustomer.getOrDefault(customerId, List.of()));
    }

    /**
     * The customers who said something.
     *
     * @return their ids in their natural order
     */
    public List<String> customers() {
        return List.copyOf(ofCustomer.keySet());
    }

    /**
     * How often anything was said.
     *
     * @return of all utterances together
     */
    public Loudness overall() {
        return loudness(one -> true);
    }

    /**
     * How often something was said that belongs to no theme: where many are, a theme or a word is missing.
     *
     * @return of those utterances together
     */
    public Loudness withoutTheme() {
        return loudness(one -> one.themes().isEmpty());
    }

    /**
     * How often each theme comes up. What is about two themes counts for both.
     *
     * @return all themes of the policy, those with the most revenue behind them first, then by mentions and id
     */
    public List<ThemeVoice> themes() {
        return themes(policy.themes());
    }

    /**
     * What was said on a department's themes since a day.
     *
     * @param department  the department's id
     * @param from  the first day
     * @return the utterances together
     */
    public Loudness of(String department, LocalDate from) {
        return loudness(one -> isOf(one, department) && !one.on().isBefore(from));
    }

    /**
     * What customers ask of each department.
     *
     * @return a row for each department that has a theme, in the policy's order
     */
    public List<DepartmentVoice> departments() {
        Set<String> ids = new LinkedHashSet<>();
        policy.themes().forEach(theme -> ids.add(theme.department()));
        return ids.stream()
                .map(id -> new DepartmentVoice(
                        id,
                        loudness(one -> isOf(one, id)),
                        themes(
                                policy.themes().stream()
                                        .filter(theme -> theme.department().equals(id))
                                        .toList())))
                .toList();
    }

    private static boolean isOf(Utterance one, String department) {
        return one.themes().stream().anyMatch(theme -> theme.department().equals(department));
    }

    private List<ThemeVoice> themes(List<Theme> themes) {
        return themes.stream()
                .map(theme -> new ThemeVoice(
                        theme, loudness(one -> one.themes().contains(theme))))
                .sorted(Comparator.comparing((ThemeVoice voice) -> voice.loudness().arr())
                        .reversed()
                        .thenComparing(voice -> -voice.loudness().mentions())
                        .thenComparing(voice -> voice.theme().id()))
                .toList();
    }

    private Loudness loudness(Predicate<Utterance> which) {
        return Loudness.of(all().stream().filter(which).toList(), pays, zero);
    }

    /**
     * The customers that could not be listened to.
     *
     * @return the failures
     */
    public List<CustomerFailure> failures() {
        return List.copyOf(failures);
    }
}
