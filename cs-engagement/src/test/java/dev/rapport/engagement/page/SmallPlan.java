package dev.rapport.engagement.page;

import dev.rapport.engagement.file.CustomerFile;
import dev.rapport.engagement.file.FileView;
import dev.rapport.engagement.file.Pseudonyms;
import dev.rapport.engagement.json.PolicyDocuments;
import dev.rapport.engagement.milestone.InMemoryMilestoneLedger;
import dev.rapport.engagement.plan.Plan;
import dev.rapport.engagement.plan.Planner;
import dev.rapport.engagement.plan.Remark;
import dev.rapport.model.book.Facts;
import dev.rapport.model.customer.Contract;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.CustomerAttributes;
import dev.rapport.model.customer.Feedback;
import dev.rapport.model.customer.Play;
import dev.rapport.model.customer.Reckoning;
import dev.rapport.model.customer.Usage;
import dev.rapport.model.derived.StandardAttributes;
import dev.rapport.model.json.JsonInput;
import dev.rapport.model.memory.Memory;
import dev.rapport.model.organisation.TimeEntry;
import dev.rapport.model.time.AsOf;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Plans of small books: tiers by ARR, health by when they were last seen, and a churn risk that follows it. */
public final class SmallPlan {

    /** The last day that is seen. */
    public static final LocalDate TODAY = LocalDate.of(2026, 6, 30);

    private static final Instant SINCE = Instant.parse("2024-01-01T00:00:00Z");
    private static final Reckoning EUR = Reckoning.in(CurrencyUnit.EUR);
    private static final String TIERS = """
            {"format": "rapport/segmentation", "version": 1, "id": "tiers", "revision": "1",
             "strategy": {"type": "value-tiers", "attribute": "arr", "currency": "EUR",
               "tiers": [{"id": "small", "name": "Small"}, {"id": "large", "name": "Large", "from": 10000}]}}""";
    private static final String RULES = """
            {"format": "rapport/segmentation", "version": 1, "id": "rules", "revision": "1",
             "strategy": {"type": "rules",
               "segments": [{"id": "lately", "name": "Seen lately",
                 "when": {"type": "compare", "attribute": "usage.last-seen-days", "operator": "below", "value": 50}}],
               "rest": {"id": "rest", "name": "The rest"}}}""";
    private static final String SCORECARD = """
            {"format": "rapport/scorecard", "version": 1, "id": "health", "revision": "1",
             "handling": "redistribute", "minimumCompleteness": 0.5,
             "parts": [{"type": "measure", "code": "last-seen", "weight": 1, "attribute": "usage.last-seen-days",
                        "unit": "days", "curve": {"type": "linear", "points": [[0, 100], [100, 0]]}}],
             "bands": {"hysteresis": 0, "bands": [{"code": "poor", "from": 0, "to": 50},
               {"code": "fair", "from": 50, "to": 75}, {"code": "good", "from": 75, "to": 100}]}}""";
    private static final String RISK = """
            {"format": "rapport/churn-risk", "version": 1, "id": "risk", "revision": "1", "source": "a test",
             "risk": {"type": "points", "handling": "redistribute", "minimumCompleteness": 0.1,
               "rules": [{"code": "not-seen", "points": 100,
                 "when": {"type": "at-least", "attribute": "usage.last-seen-days", "value": 50, "unit": "days"}}],
               "probability": [[0, 0.05], [100, 0.5]]}}""";

    private static final String PLAYS = """
            {"format": "rapport/at-risk", "version": 1, "id": "plays", "revision": "1", "source": "a test",
             "otherwise": {"code": "call-back", "hours": 2, "leadDays": 14,
               "saveable": {"type": "share", "share": 0.25}}}""";

    private final Planner planner;
    private final Plan plan;

    private SmallPlan(Planner planner, Plan plan) {
        this.planner = planner;
        this.plan = plan;
    }

    public static SmallPlan of(Customer... customers) {
        return of(List.of(TIERS), customers);
    }

    /** With something that can be done about customers at risk. */
    public static SmallPlan withPlays(Customer... customers) {
        return of(List.of(TIERS, PLAYS), customers);
    }

    /** As of another day. */
    public static SmallPlan onDay(LocalDate day, Customer... customers) {
        return of(day, List.of(TIERS), customers);
    }

    /** In segments that need no revenue. */
    static SmallPlan byRules(Customer... customers) {
        return of(List.of(RULES), customers);
    }

    /** With further policies, as documents. */
    public static SmallPlan with(List<String> policies, Customer... customers) {
        return of(Stream.concat(Stream.of(TIERS), policies.stream()).toList(), customers);
    }

    private static SmallPlan of(List<String> policies, Customer... customers) {
        return of(TODAY, policies, customers);
    }

    private static SmallPlan of(LocalDate day, List<String> policies, Customer... customers) {
        List<Customer> all = List.of(customers);
        Facts facts = Facts.of(Customer.adapter(all), all)
                .derive(StandardAttributes.all(EUR))
                .in(ZoneOffset.UTC, CurrencyUnit.EUR);
        AsOf asOf = AsOf.endOf(day, ZoneOffset.UTC);
        List<JsonInput> documents = Stream.concat(policies.stream(), Stream.of(SCORECARD, RISK))
                .map(policy -> JsonInput.text("policy.json", policy))
                .toList();
        Planner planner = Planner.of(
                PolicyDocuments.read(documents, facts.asOf(asOf).provides()).orThrow(), EUR);
        return new SmallPlan(planner, planner.plan(facts, asOf, Memory.empty(), new InMemoryMilestoneLedger()));
    }

    /** Pays so much under a contract that ends in 60 days, and was last seen so many days ago. */
    public static Customer customer(String id, String name, int arr, int lastSeenDays) {
        return contract(id, name, arr, TODAY.plusDays(60))
                .add(
                        Usage.SERIES,
                        e -> e.at(TODAY.minusDays(lastSeenDays))
                                .with(Usage.QUANTITY, 5.0)
                                .with(Usage.FEATURE, name))
                .add(Feedback.SERIES, e -> e.id("f-1").at(TODAY.minusDays(9)).with(Feedback.TEXT, name))
                .build();
    }

    /** The same, and somebody of ours called back five days ago. */
    static Customer calledBack(String id, String name, int arr, int lastSeenDays) {
        return contract(id, name, arr, TODAY.plusDays(60))
                .add(Usage.SERIES, e -> e.at(TODAY.minusDays(lastSeenDays)).with(Usage.QUANTITY, 5.0))
                .add(
                        Play.SERIES,
                        e -> e.id("p-1")
                                .at(TODAY.minusDays(5))
                                .with(Play.PLAY, "call-back")
                                .with(Play.OWNER, "ann<a>")
                                .with(Play.STARTED_ON, TODAY.minusDays(5))
                                .with(Play.REVIEW_ON, TODAY)
                                .with(Play.EXPIRES_ON, TODAY.plusDays(9)))
                .build();
    }

    public static Customer former(String id) {
        return contract(id, id, 500, TODAY.minusDays(90))
                .add(Usage.SERIES, e -> e.at(TODAY.minusDays(120)).with(Usage.QUANTITY, 1.0))
                .build();
    }

    /** Has given notice, so that the contract ends in 60 days. */
    public static Customer leaving(String id, String name, int arr) {
        return contract(id, name, arr, TODAY.plusDays(60), TODAY.minusDays(5)).build();
    }

    /** Belongs to another, and took so many hours of somebody's time. */
    static Customer child(String id, String parent, int hours, String member) {
        return contract(id, id, 1_000, TODAY.plusDays(60), null)
                .set(CustomerAttributes.PARENT, parent, SINCE)
                .add(
                        TimeEntry.SERIES,
                        e -> e.at(TODAY.minusDays(9))
                                .with(TimeEntry.MEMBER, member)
                                .with(TimeEntry.KIND, "call")
                                .with(TimeEntry.HOURS, (double) hours))
                .build();
    }

    static Customer withoutContract(String id, int lastSeenDays) {
        return Customer.builder(id, SINCE)
                .add(Usage.SERIES, e -> e.at(TODAY.minusDays(lastSeenDays)).with(Usage.QUANTITY, 1.0))
                .build();
    }

    static Customer.Builder contract(String id, String name, int arr, LocalDate end) {
        return contract(id, name, arr, end, null);
    }

    private static Customer.Builder contract(
            String id, String name, int arr, LocalDate end, @Nullable LocalDate noticeGiven) {
        return Customer.builder(id, SINCE)
                .set(CustomerAttributes.NAME, name, SINCE)
                .add(Contract.SERIES, e -> {
                    e.id(id + "-contract")
                            .at(SINCE)
                            .with(Contract.START, LocalDate.of(2024, 1, 1))
                            .with(Contract.END, end)
                            .with(Contract.ARR, Money.of(CurrencyUnit.EUR, arr));
                    if (noticeGiven != null) {
                        e.with(Contract.AUTO_RENEWS, true).with(Contract.NOTICE_GIVEN_ON, noticeGiven);
                    }
                });
    }

    public Plan plan() {
        return plan;
    }

    String page() {
        return page(plan);
    }

    String pageWith(Remark remark) {
        return page(plan.withRemarks(List.of(remark)));
    }

    private static String page(Plan plan) {
        StringBuilder html = new StringBuilder();
        try {
            PlanPage.write(plan, id -> "customers/" + id + ".html", html);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return html.toString();
    }

    String customerPage(String id) {
        return page(planner.file(plan, id, new InMemoryMilestoneLedger()).orElseThrow());
    }

    String customerPage(String id, FileView seen) {
        return page(planner.file(plan, id, new InMemoryMilestoneLedger(), seen, Pseudonyms.none())
                .orElseThrow());
    }

    private static String page(CustomerFile file) {
        StringBuilder html = new StringBuilder();
        try {
            CustomerPage.write(file, html);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return html.toString();
    }
}
