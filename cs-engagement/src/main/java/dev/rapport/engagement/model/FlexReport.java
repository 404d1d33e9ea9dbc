package dev.rapport.engagement.model;

import dev.rapport.engagement.model.FlexHelp.Triggered;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Sensitivity;
import dev.rapport.model.book.Amounts;
import dev.rapport.model.book.Book;
import dev.rapport.model.book.Column;
import dev.rapport.model.decision.ExplanationText;
import dev.rapport.model.decision.Program;
import dev.rapport.model.decision.Scores;
import dev.rapport.model.derived.StandardAttributes;
import dev.rapport.model.money.RateTable;
import dev.rapport.model.organisation.Organisation;
import dev.rapport.model.organisation.TimeEntry;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.joda.money.Money;

/**
 * The human help that customers of low-touch models are due now: whom each flex rule helps within its hours, and what it
 * costs. Immutable.
 */
public final class FlexReport {

    private static final AttributeKey<String> SEGMENT = AttributeKey.text("segment");
    private static final int YEAR = 365;

    private final List<FlexHelp> helps;

    private FlexReport(List<FlexHelp> helps) {
        this.helps = List.copyOf(helps);
    }

    /**
     * Looks who is due help.
     *
     * @param book  the customers with their segments
     * @param policy  the models with their rules
     * @param organisation  whose hours cost what
     * @param rates  the exchange rates of these costs
     * @return a help for each rule of a model that some segment has
     */
    public static FlexReport of(Book book, EngagementPolicy policy, Organisation organisation, RateTable rates) {
        RoleRates costs = RoleRates.of(organisation, book.date(), book.currency(), rates);
        List<FlexHelp> helps = new ArrayList<>();
        for (EngagementModel model : policy.models()) {
            Set<String> segments = policy.segments().stream()
                    .filter(row -> row.model().equals(model.id()))
                    .map(SegmentModel::segment)
                    .collect(Collectors.toSet());
            Column segment = book.columns(List.of(SEGMENT)).find(SEGMENT).orElseThrow();
            boolean[] isTheirs = new boolean[segment.words().size()];
            for (int word = 0; word < isTheirs.length; word++) {
                isTheirs[word] = segments.contains((String) segment.words().get(word));
            }
            int[] rows = IntStream.range(0, book.size())
                    .filter(row -> segment.isPresent(row) && isTheirs[(int) segment.number(row)])
                    .toArray();
            for (FlexRule rule : model.flex()) {
                helps.add(help(book, model, rule, rows, costs));
            }
        }
        return new FlexReport(helps);
    }

    /** Who has set a rule off, most revenue first, then by id, which is the order of the rows. */
    private static List<Triggered> triggered(Book book, FlexRule rule, int[] rows) {
        Program trigger = Program.of(rule.when().compile());
        Scores scores = trigger.evaluate(trigger.columns(book)).get(0);
        Amounts arr = Amounts.of(book, StandardAttributes.ARR);
        return IntStream.of(rows)
                .filter(row -> scores.value(row) == 1)
                .boxed()
                .sorted(Comparator.comparingDouble(row -> arr.isKnown(row) ? -arr.number(row) : 0))
                .map(row -> triggered(book, trigger, row))
                .toList();
    }

    /** What set it off is put in words at once where a host's objects may change, else when somebody reads it. */
    private static Triggered triggered(Book book, Program trigger, int row) {
        Because because = new Because(() -> ExplanationText.showing(Sensitivity.INTERNAL)
                .lines(trigger.explain(book.customers().get(row))));
        return new Triggered(book.customerIds().get(row), book.isOfColumns() ? because : List.copyOf(because));
    }

    private static FlexHelp help(Book book, EngagementModel model, FlexRule rule, int[] rows, RoleRates costs) {
        BigDecimal spent = BigDecimal.ZERO;
        if (book.provides().series().contains(TimeEntry.SERIES)) {
            for (int row : rows) {
                spent = spent.add(spent(book.customers().get(row), rule));
            }
        }
        List<Triggered> triggered = triggered(book, rule, rows);
        BigDecimal left = rule.atMostHoursPerYear().subtract(spent).max(BigDecimal.ZERO);
        int most = left.divideToIntegralValue(rule.hoursEach())
                .min(BigDecimal.valueOf(triggered.size()))
                .intValueExact();
        Optional<BigDecimal> rate = costs.find(rule.role());
        BigDecimal hours = rule.hoursEach().multiply(BigDecimal.valueOf(most));
        return new FlexHelp.Builder()
                .model(model.id())
                .rule(rule)
                .spent(spent)
                .helped(triggered.subList(0, most))
                .beyond(triggered.subList(most, triggered.size()))
                .cost(rate.map(each -> Money.of(book.currency(), each.multiply(hours), RoundingMode.HALF_EVEN)))
                .costAtMost(rate.map(each ->
                        Money.of(book.currency(), each.multiply(rule.atMostHoursPerYear()), RoundingMode.HALF_EVEN)))
                .build();
    }

    private static BigDecimal spent(CustomerView view, FlexRule rule) {
        BigDecimal spent = BigDecimal.ZERO;
        LocalDate since = view.date().minusDays(YEAR);
        for (TimeEntry entry : TimeEntry.of(view)) {
            spent = entry.kind().equals(rule.id()) && entry.on().isAfter(since) ? spent.add(entry.hours()) : spent;
        }
        return spent;
    }

    /**
     * What is due.
     *
     * @return a help for each rule, in the order of the policy
     */
    public List<FlexHelp> helps() {
        return helps;
    }
}
