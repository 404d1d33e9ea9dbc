package dev.rapport.engagement.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.engagement.json.PolicyDocuments;
import dev.rapport.engagement.milestone.InMemoryMilestoneLedger;
import dev.rapport.health.atrisk.AtRisk;
import dev.rapport.health.atrisk.AtRiskList;
import dev.rapport.health.atrisk.AtRiskRanking;
import dev.rapport.health.atrisk.OwnerHours;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.book.Facts;
import dev.rapport.model.customer.Contract;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.Ownership;
import dev.rapport.model.customer.Play;
import dev.rapport.model.customer.Reckoning;
import dev.rapport.model.derived.StandardAttributes;
import dev.rapport.model.json.JsonInput;
import dev.rapport.model.memory.Memory;
import dev.rapport.model.time.AsOf;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** What the plan says of customers at risk, by what is fed and declared. */
class AtRiskSectionTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
    private static final Instant SINCE = Instant.parse("2024-01-01T00:00:00Z");
    private static final AttributeKey<Double> MOOD = AttributeKey.number("mood");
    private static final String RULES = """
            {"format": "rapport/segmentation", "version": 1, "id": "rules", "revision": "1",
             "strategy": {"type": "rules", "rest": {"id": "rest", "name": "The rest"},
               "segments": [{"id": "sad", "name": "Sad",
                 "when": {"type": "compare", "attribute": "mood", "operator": "below", "value": 50}}]}}""";
    private static final String SCORECARD = """
            {"format": "rapport/scorecard", "version": 1, "id": "health", "revision": "1",
             "handling": "redistribute", "minimumCompleteness": 0.5,
             "parts": [{"type": "measure", "code": "mood", "weight": 1, "attribute": "mood",
                        "curve": {"type": "linear", "points": [[0, 0], [100, 100]]}}],
             "bands": {"hysteresis": 0, "bands": [{"code": "poor", "from": 0}, {"code": "good", "from": 50}]}}""";
    private static final String RISK = """
            {"format": "rapport/churn-risk", "version": 1, "id": "risk", "revision": "1", "source": "a test",
             "risk": {"type": "by-band", "probability": {"poor": 0.5, "good": 0.1}}}""";
    private static final String PLAYS = """
            {"format": "rapport/at-risk", "version": 1, "id": "plays", "revision": "1", "source": "a test",
             "otherwise": {"code": "call", "hours": 7, "leadDays": 0, "saveable": {"type": "share", "share": 0.2}}}""";
    private static final String PLAYS_IN_HOURS =
            PLAYS.replace("\"otherwise\"", "\"shareOfHours\": 0.25, \"otherwise\"");
    private static final String TEAM = """
            {"format": "rapport/organisation", "version": 1, "id": "us", "revision": "1",
             "departments": [{"id": "cs", "name": "Customer success"}],
             "roles": [{"id": "csm", "title": "CSM", "department": "cs"}],
             "members": [
               {"id": "anna", "role": "csm", "zone": "UTC", "hoursPerWeek": 28},
               {"id": "nils", "role": "csm", "zone": "UTC", "hoursPerWeek": 20, "pools": ["pool"], "reportsTo": "anna"},
               {"id": "olga", "role": "csm", "zone": "UTC", "hoursPerWeek": 36, "pools": ["pool"], "reportsTo": "anna"},
               {"id": "gone", "role": "csm", "zone": "UTC", "hoursPerWeek": 40, "leftOn": "2026-01-01", "reportsTo": "anna"}],
             "pools": [{"id": "pool", "name": "Pool", "role": "csm"}]}""";

    private static Section<AtRiskList> section(List<Customer.Builder> customers, String... further) {
        List<Customer> all = customers.stream().map(Customer.Builder::build).toList();
        Reckoning euro = Reckoning.in(CurrencyUnit.EUR);
        Facts facts = Facts.of(Customer.adapter(all), all)
                .derive(StandardAttributes.all(euro))
                .in(ZoneOffset.UTC, CurrencyUnit.EUR);
        AsOf asOf = AsOf.endOf(TODAY, ZoneOffset.UTC);
        List<JsonInput> documents = new ArrayList<>();
        documents.add(JsonInput.text("segmentation.json", RULES));
        documents.add(JsonInput.text("scorecard.json", SCORECARD));
        for (String document : further) {
            documents.add(JsonInput.text("further.json", document));
        }
        return Planner.of(
                        PolicyDocuments.read(
                                        documents, facts.asOf(asOf).provides())
                                .orThrow(),
                        euro)
                .plan(facts, asOf, Memory.empty(), new InMemoryMilestoneLedger())
                .atRisk();
    }

    private static Customer.Builder customer(String id, double mood) {
        return Customer.builder(id, SINCE).set(MOOD, mood, SINCE);
    }

    private static Customer.Builder consumer(String id, double mood, int value) {
        return customer(id, mood).set(AtRiskRanking.RESIDUAL_VALUE, Money.of(CurrencyUnit.EUR, value), SINCE);
    }

    private static Customer.Builder business(String id, int arr, int days, String role, String owner) {
        return customer(id, 10)
                .add(
                        Contract.SERIES,
                        entry -> entry.id(id)
                                .at(SINCE)
                                .with(Contract.START, LocalDate.of(2024, 1, 1))
                                .with(Contract.END, TODAY.plusDays(days))
                                .with(Contract.AUTO_RENEWS, false)
                                .with(Contract.ARR, Money.of(CurrencyUnit.EUR, arr)))
                .add(
                        Ownership.SERIES,
                        entry -> entry.id(id)
                                .at(SINCE)
                                .with(Ownership.ROLE, role)
                                .with(Ownership.OWNER, owner)
                                .with(Ownership.FROM, LocalDate.of(2024, 1, 1)));
    }

    private static List<String> lines(Section<AtRiskList> section) {
        return section.value().orElseThrow().lines().stream()
                .map(AtRisk::customerId)
                .toList();
    }

    @Test
    void consumers_withoutAResidualValue_haveNoSection_whichSaysWhatIsMissing() {
        Section<AtRiskList> section = section(List.of(customer("a", 10)), RISK);

        assertThat(section.value()).isEmpty();
        assertThat(section.missing()).contains("attribute lifetime.residual-value");
    }

    @Test
    void consumers_areRankedByTheirResidualValue_asSoonAsItIsFed() {
        Section<AtRiskList> section =
                section(List.of(consumer("a", 10, 100), consumer("b", 90, 1000), customer("c", 10)), RISK, PLAYS);

        assertThat(lines(section)).containsExactly("b", "a");
        assertThat(section.value().orElseThrow().unranked())
                .extracting(AtRiskList.Unranked::customerId)
                .containsExactly("c");
        assertThat(section.missing()).containsExactly("series plays");
    }

    @Test
    void withoutAPolicy_theListIsThere_andSaysWhatItLacks() {
        Section<AtRiskList> section = section(List.of(business("a", 100, 20, "csm", "anna")), RISK);

        assertThat(lines(section)).containsExactly("a");
        assertThat(section.missing()).containsExactly("policy at-risk");
    }

    @Test
    void hours_areAShareOfEachMembers_andThoseOfAPoolAreItsMembers() {
        AtRiskList list = section(
                        List.of(
                                business("annas", 900, 7, "csm", "anna"),
                                business("annas-other", 800, 7, "csm", "anna"),
                                business("nilss", 700, 7, "csm", "nils"),
                                business("pools", 600, 7, "pool", "pool"),
                                business("orphan", 500, 60, "csm", "gone")),
                        RISK,
                        PLAYS_IN_HOURS,
                        TEAM)
                .value()
                .orElseThrow();

        assertThat(list.lines()).extracting(AtRisk::customerId).containsExactly("annas", "nilss", "pools");
        assertThat(list.beyondCapacity())
                .extracting(beyond -> beyond.line().customerId())
                .containsExactly("annas-other", "orphan");
        assertThat(list.hours()).extracting(OwnerHours::owner).containsExactly("anna", "gone", "pool");
        assertThat(list.hours()).extracting(hours -> hours.use().perWeek()).containsExactly(7.0, 0.0, 14.0);
    }

    @Test
    void hours_withoutATeam_areNotCounted_whichIsSaid() {
        Section<AtRiskList> section = section(List.of(business("a", 100, 1, "csm", "anna")), RISK, PLAYS_IN_HOURS);

        assertThat(lines(section)).containsExactly("a");
        assertThat(section.missing()).containsExactly("series plays", "policy organisation");
    }

    @Test
    void runningPlay_keepsItsCustomerOffTheList() {
        Section<AtRiskList> section = section(
                List.of(business("a", 100, 20, "csm", "anna")
                        .add(
                                Play.SERIES,
                                entry -> entry.id("1")
                                        .at(TODAY.minusDays(3))
                                        .with(Play.PLAY, "call")
                                        .with(Play.OWNER, "anna")
                                        .with(Play.STARTED_ON, TODAY.minusDays(3))
                                        .with(Play.EXPIRES_ON, TODAY.plusDays(3)))),
                RISK,
                PLAYS);

        assertThat(lines(section)).isEmpty();
        assertThat(section.value().orElseThrow().suppressed()).hasSize(1);
        assertThat(section.missing()).isEmpty();
    }
}
