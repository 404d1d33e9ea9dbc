package dev.rapport.engagement.plan;

import dev.rapport.engagement.json.PolicyDocuments;
import dev.rapport.model.book.Column;
import dev.rapport.model.book.Facts;
import dev.rapport.model.book.ViewAdapter;
import dev.rapport.model.customer.CustomerAttributes;
import dev.rapport.model.customer.Reckoning;
import dev.rapport.model.derived.StandardAttributes;
import dev.rapport.model.json.JsonInput;
import dev.rapport.model.time.AsOf;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Customers of whom a warehouse tells attributes: as rows of objects, and as columns of the same. */
final class WarehouseRows {

    static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    static final AsOf AS_OF = AsOf.endOf(TODAY, BERLIN);
    static final Reckoning EUR = Reckoning.in(CurrencyUnit.EUR);
    private static final List<String> COUNTRIES = List.of("DE", "FR", "US");

    private static final String TIERS = """
            {"format": "rapport/segmentation", "version": 1, "id": "tiers", "revision": "1",
             "strategy": {"type": "value-tiers", "attribute": "arr", "currency": "EUR",
               "tiers": [{"id": "small", "name": "Small"}, {"id": "large", "name": "Large", "from": 10000}]}}""";
    private static final String REGIONS = """
            {"format": "rapport/segmentation", "version": 1, "id": "regions", "revision": "1",
             "strategy": {"type": "rules", "segments": [
               {"id": "dach", "name": "DACH", "when": {"type": "one-of", "attribute": "country", "values": ["DE", "AT"]}},
               {"id": "late", "name": "Late",
                "when": {"type": "compare", "attribute": "invoices.overdue-days", "operator": "at-least", "value": 30}}]}}""";
    private static final String SCORECARD = """
            {"format": "rapport/scorecard", "version": 1, "id": "health", "revision": "1",
             "handling": "redistribute", "minimumCompleteness": 0.4,
             "parts": [
               {"type": "measure", "code": "seats", "weight": 3, "attribute": "usage.active-share",
                "curve": {"type": "linear", "points": [[0.1, 0], [0.5, 50], [0.8, 100]]}},
               {"type": "measure", "code": "change", "weight": 2, "attribute": "usage.change-30d",
                "curve": {"type": "linear", "points": [[-0.5, 0], [0, 80], [0.1, 100]]}},
               {"type": "measure", "code": "sponsor", "weight": 1, "attribute": "sponsor.present",
                "curve": {"type": "yes-no", "yes": 100, "no": 0}}],
             "caps": [{"type": "when", "code": "sponsor-left", "atMost": "yellow",
               "when": {"type": "is", "attribute": "sponsor.present", "value": false}}],
             "bands": {"hysteresis": 2, "bands": [
               {"code": "red", "from": 0, "to": 50}, {"code": "yellow", "from": 50, "to": 75},
               {"code": "green", "from": 75, "to": 100}]}}""";
    private static final String RISK = """
            {"format": "rapport/churn-risk", "version": 1, "id": "risk", "revision": "1", "source": "a test",
             "risk": {"type": "points", "handling": "redistribute", "minimumCompleteness": 0.4, "rules": [
               {"code": "red", "points": 60, "when": {"type": "in", "attribute": "health.band", "values": ["red"]}},
               {"code": "falls", "points": 40, "when": {"type": "below", "attribute": "usage.change-30d", "value": -0.2}}],
               "probability": [[0, 0.03], [50, 0.35], [100, 0.75]]}}""";
    private static final String PLAYS = """
            {"format": "rapport/at-risk", "version": 1, "id": "plays", "revision": "1", "source": "a test",
             "plays": [{"when": {"type": "below", "attribute": "usage.change-30d", "value": -0.2},
               "code": "train", "hours": 10, "leadDays": 21, "saveable": {"type": "by-days", "points": [[0, 0.1], [60, 0.35]]}}],
             "otherwise": {"code": "call", "hours": 7, "leadDays": 0, "saveable": {"type": "share", "share": 0.2}}}""";
    private static final String TEAM = """
            {"format": "rapport/organisation", "version": 1, "id": "us", "revision": "1",
             "departments": [{"id": "cs", "name": "Customer success"}],
             "roles": [{"id": "csm", "title": "CSM", "department": "cs"}],
             "members": [
               {"id": "anna", "role": "csm", "zone": "UTC", "hoursPerWeek": 28, "hourlyCost": "EUR 60.00"},
               {"id": "nils", "role": "csm", "zone": "UTC", "hoursPerWeek": 20, "hourlyCost": "EUR 55.00",
                "pools": ["pool"], "reportsTo": "anna"}],
             "pools": [{"id": "pool", "name": "Pool", "role": "csm"}]}""";
    private static final String MODELS = """
            {"format": "rapport/engagement-models", "version": 1, "id": "models", "revision": "1",
             "grossMargin": {"share": 0.78, "source": "a test"}, "targetMargin": 0.65,
             "models": [
               {"id": "high", "name": "High touch",
                "touchpoints": [{"kind": "check-in", "timesPerYear": 12, "hoursEach": 1.5, "role": "csm"}],
                "onboarding": [{"role": "csm", "hours": 10}],
                "toolCostPerYear": "EUR 300.00", "capacityFactor": 1.1, "owners": [{"role": "csm"}]},
               {"id": "tech", "name": "Tech touch",
                "touchpoints": [{"kind": "newsletter", "timesPerYear": 12, "hoursEach": 0.05, "role": "csm"}],
                "toolCostPerYear": "EUR 60.00", "capacityFactor": 1.1, "owners": [{"role": "csm", "pool": "pool"}],
                "flex": [{"id": "late", "role": "csm", "hoursEach": 0.5, "atMostHoursPerYear": 3,
                  "when": {"type": "compare", "attribute": "invoices.overdue-days", "operator": "at-least", "value": 60}}]}],
             "sponsors": {"segments": ["large"], "roles": ["csm"], "atMostEach": 5},
             "segments": [
               {"segment": "large", "model": "high", "retentionTarget": 0.95},
               {"segment": "small", "model": "tech", "retentionTarget": 0.80}]}""";

    private WarehouseRows() {}

    record Row(
            String id,
            @Nullable Money arr,
            int country,
            @Nullable Double share,
            @Nullable Double change,
            @Nullable Boolean sponsor,
            @Nullable LocalDate next,
            @Nullable Double overdue,
            @Nullable Double age) {

        static Row draw(int number, Random random) {
            return new Row(
                    "customer-" + number,
                    random.nextInt(9) == 0 ? null : Money.ofMinor(CurrencyUnit.EUR, random.nextInt(3_000_000)),
                    random.nextInt(COUNTRIES.size() + 1) - 1,
                    random.nextInt(5) == 0 ? null : random.nextDouble(),
                    random.nextInt(5) == 0 ? null : random.nextGaussian() / 4,
                    random.nextInt(5) == 0 ? null : random.nextInt(4) > 0,
                    random.nextInt(5) == 0 ? null : TODAY.plusDays(1 + random.nextInt(300)),
                    random.nextInt(5) == 0 ? null : (double) random.nextInt(90),
                    random.nextInt(5) == 0 ? null : (double) random.nextInt(900));
        }
    }

    /** As a host reads objects. */
    static Facts objects(List<Row> rows) {
        return Facts.of(
                        ViewAdapter.builder(Row::id)
                                .source("warehouse")
                                .since(row -> TODAY)
                                .attribute(StandardAttributes.ARR, Row::arr)
                                .attribute(
                                        CustomerAttributes.COUNTRY,
                                        row -> row.country() < 0 ? null : COUNTRIES.get(row.country()))
                                .attribute(StandardAttributes.USAGE_ACTIVE_SHARE, Row::share)
                                .attribute(StandardAttributes.USAGE_CHANGE_30D, Row::change)
                                .attribute(StandardAttributes.SPONSOR_PRESENT, Row::sponsor)
                                .attribute(StandardAttributes.DECISION_NEXT_DATE, Row::next)
                                .attribute(StandardAttributes.DECISION_NEXT_ARR, Row::arr)
                                .attribute(StandardAttributes.INVOICES_OVERDUE_DAYS, Row::overdue)
                                .attribute(StandardAttributes.RELATIONSHIP_AGE_DAYS, Row::age)
                                .build(),
                        rows)
                .derive(StandardAttributes.all(EUR))
                .in(BERLIN, CurrencyUnit.EUR);
    }

    /** As a warehouse hands them over. */
    static Facts columns(List<Row> rows) {
        int size = rows.size();
        double[] arr = new double[size];
        int[] country = new int[size];
        double[] share = new double[size];
        double[] change = new double[size];
        BitSet known = new BitSet();
        BitSet sponsor = new BitSet();
        int[] next = new int[size];
        double[] overdue = new double[size];
        double[] age = new double[size];
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            Row row = rows.get(i);
            ids.add(row.id());
            arr[i] = row.arr() == null ? Double.NaN : row.arr().getAmount().doubleValue();
            country[i] = row.country();
            share[i] = number(row.share());
            change[i] = number(row.change());
            known.set(i, row.sponsor() != null);
            sponsor.set(i, Boolean.TRUE.equals(row.sponsor()));
            next[i] = row.next() == null ? Column.UNTOLD : (int) row.next().toEpochDay();
            overdue[i] = number(row.overdue());
            age[i] = number(row.age());
        }
        return Facts.ofColumns("warehouse")
                .on(TODAY, ids)
                .money(StandardAttributes.ARR, CurrencyUnit.EUR, arr)
                .texts(CustomerAttributes.COUNTRY, country, COUNTRIES)
                .numbers(StandardAttributes.USAGE_ACTIVE_SHARE, share)
                .numbers(StandardAttributes.USAGE_CHANGE_30D, change)
                .answers(StandardAttributes.SPONSOR_PRESENT, known, sponsor)
                .dates(StandardAttributes.DECISION_NEXT_DATE, next)
                .money(StandardAttributes.DECISION_NEXT_ARR, CurrencyUnit.EUR, arr)
                .numbers(StandardAttributes.INVOICES_OVERDUE_DAYS, overdue)
                .numbers(StandardAttributes.RELATIONSHIP_AGE_DAYS, age)
                .derive(StandardAttributes.all(EUR))
                .in(BERLIN, CurrencyUnit.EUR);
    }

    private static double number(@Nullable Double value) {
        return value == null ? Double.NaN : value;
    }

    static Planner planner(Facts facts) {
        List<JsonInput> documents = new ArrayList<>();
        for (String document : List.of(TIERS, REGIONS, SCORECARD, RISK, PLAYS, TEAM, MODELS)) {
            documents.add(JsonInput.text("policy-" + documents.size() + ".json", document));
        }
        return Planner.of(
                PolicyDocuments.read(documents, facts.asOf(AS_OF).provides()).orThrow(), EUR);
    }
}
