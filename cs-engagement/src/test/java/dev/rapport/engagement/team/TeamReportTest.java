package dev.rapport.engagement.team;

import static dev.rapport.engagement.model.SampleTeam.BERLIN;
import static dev.rapport.engagement.model.SampleTeam.TODAY;
import static dev.rapport.engagement.model.SampleTeam.organisation;
import static dev.rapport.engagement.model.SampleTeam.policy;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.engagement.coverage.Coverage;
import dev.rapport.engagement.model.EngagementPolicy;
import dev.rapport.engagement.model.OwnerRule;
import dev.rapport.engagement.model.SampleTeam;
import dev.rapport.engagement.time.TimeSpent;
import dev.rapport.engagement.trigger.SponsorSilenceTrigger;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.book.Book;
import dev.rapport.model.book.Facts;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.Ownership;
import dev.rapport.model.customer.Person;
import dev.rapport.model.customer.Reckoning;
import dev.rapport.model.customer.Touchpoint;
import dev.rapport.model.organisation.Organisation;
import dev.rapport.model.organisation.TimeEntry;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class TeamReportTest {

    private static final LocalDate START = LocalDate.of(2024, 1, 1);
    private static final AttributeKey<String> SEGMENT = AttributeKey.text("segment");
    private static final AttributeKey<String> LANGUAGE = AttributeKey.text("language");
    private static final AttributeKey<Money> ARR = AttributeKey.money("arr");
    private static final AttributeKey<Double> AGE = AttributeKey.number("relationship.age-days");
    private static final AttributeKey<Boolean> SPONSOR = AttributeKey.bool("sponsor.present");

    private final List<Customer> customers = new ArrayList<>();
    private final Map<String, String> segments = new HashMap<>();
    private final Map<String, Money> arr = new HashMap<>();
    private final Map<String, Double> ages = new HashMap<>();
    private final Map<String, String> languages = new HashMap<>();
    private final Map<String, Boolean> sponsors = new HashMap<>();

    private Customer.Builder customer(String id, String segment, int amount, String... csms) {
        Customer.Builder customer =
                Customer.builder(id, START.atStartOfDay(ZoneOffset.UTC).toInstant());
        for (String csm : csms) {
            customer.add(
                    Ownership.SERIES,
                    entry -> entry.id(id + csm)
                            .at(START)
                            .with(Ownership.ROLE, "csm")
                            .with(Ownership.OWNER, csm)
                            .with(Ownership.FROM, START));
        }
        segments.put(id, segment);
        arr.put(id, Money.of(CurrencyUnit.EUR, amount));
        ages.put(id, 911.0);
        return customer;
    }

    private void add(String id, String segment, int amount, String... csms) {
        customers.add(customer(id, segment, amount, csms).build());
    }

    private Book book() {
        return Facts.of(Customer.adapter(customers), customers)
                .in(BERLIN, CurrencyUnit.EUR)
                .asOf(TODAY)
                .with(SEGMENT, "test", segments)
                .with(ARR, "test", arr)
                .with(AGE, "test", ages)
                .with(LANGUAGE, "test", languages)
                .with(SPONSOR, "test", sponsors);
    }

    private TeamReport.Builder team(EngagementPolicy models) {
        Organisation organisation = organisation().build();
        return TeamReport.builder(book(), organisation, models, Coverage.of(book(), organisation, models));
    }

    private TeamReport.Builder team() {
        return team(policy().build());
    }

    /** Some customers of the largest want reviews of level 3, and somebody who can pay heed to the law. */
    private static EngagementPolicy demanding() {
        return policy().add(SampleTeam.high("best", "csm", "EUR 1.00")
                        .id("best")
                        .owners(List.of(OwnerRule.builder()
                                .role("csm")
                                .putSkills("reviews", 3)
                                .putSkills("law", 1)
                                .build()))
                        .build())
                .give("largest", "best")
                .build();
    }

    private static TimeEntry entry(String member, String customer, String kind, String hours) {
        return TimeEntry.of(member, customer, kind, new BigDecimal(hours), TODAY);
    }

    private TimeSpent spent(TimeEntry... entries) {
        return TimeSpent.of(List.of(entries), book(), TODAY.minusDays(72), TODAY.plusDays(1))
                .against(organisation().build());
    }

    @Test
    void skill_isAskedForByTheModels_andHeldByThoseWhoReachTheLevel() {
        add("a", "large", 10, "anna");
        add("b", "largest", 10, "ben");

        assertThat(team(demanding()).build().skills())
                .extracting(SkillNeed::skill, SkillNeed::level, SkillNeed::customers, SkillNeed::capable)
                .containsExactly(
                        tuple("law", 1, 1, List.of()),
                        tuple("reviews", 2, 2, List.of("anna", "ben")),
                        tuple("reviews", 3, 1, List.of("anna")));
    }

    @Test
    void skillThatNobodyHas_isMissing_andAllItsHoursAreShort() {
        add("b", "largest", 10, "ben");

        SkillNeed law = team(demanding()).build().skills().get(0);
        assertThat(law.isMissing()).isTrue();
        assertThat(law.segments()).containsExactly("largest");
        assertThat(law.hoursShort()).isEqualByComparingTo("30");
    }

    @Test
    void skillGap_isOfThePersonWhoLooksAfterTheCustomers() {
        add("a", "largest", 10, "anna");
        add("b", "largest", 10, "ben");
        add("c", "large", 10, "ben");
        TeamReport team = team(demanding()).build();

        assertThat(team.sheet("ben").orElseThrow().skillGaps())
                .extracting(SkillGap::skill, SkillGap::level, SkillGap::required, SkillGap::customers)
                .containsExactly(tuple("law", 0, 1, List.of("b")), tuple("reviews", 2, 3, List.of("b")));
        assertThat(team.sheet("anna").orElseThrow().skillGaps())
                .extracting(SkillGap::skill)
                .containsExactly("law");
    }

    @Test
    void customerWithTwoPeople_hangsOnNeither() {
        add("a", "large", 300, "anna");
        add("b", "large", 100, "anna", "ben");
        add("c", "large", 100, "anna", "erik");
        KeyPerson anna = team().build().keyPersons().get(0);

        assertThat(anna.memberId()).isEqualTo("anna");
        assertThat(anna.customers()).as("erik has left").containsExactly("a", "c");
        assertThat(anna.arr()).isEqualTo(Money.parse("EUR 400.00"));
        assertThat(anna.shareOfArr()).hasValue(0.8);
    }

    @Test
    void languageThatOneSpeaks_hangsOnThem_whoeverLooksAfterTheCustomer() {
        add("a", "large", 1, "ben");
        add("b", "small", 1);
        add("c", "large", 1, "ben");
        languages.putAll(Map.of("a", "de", "b", "de", "c", "en"));
        KeyPerson anna = team().build().keyPersons().stream()
                .filter(person -> person.memberId().equals("anna"))
                .findFirst()
                .orElseThrow();

        assertThat(anna.languages()).as("a pool's customers are not counted").containsExactly(Map.entry("de", 1));
    }

    @Test
    void drift_isPlannedAgainstSpent_byKind() {
        add("a", "large", 1, "anna");
        TeamReport team = team().time(
                        spent(entry("anna", "a", "check-in", "5"), entry("anna", "a", "firefighting", "9")))
                .build();

        assertThat(team.drift())
                .extracting(
                        KindDrift::kind,
                        drift -> drift.planned().doubleValue(),
                        drift -> drift.difference().doubleValue())
                .containsExactly(
                        tuple("check-in", 18 * 73 / 365.0, 5 - 3.6),
                        tuple("firefighting", 0.0, 9.0),
                        tuple("review", 2.4, -2.4));
        assertThat(team.sheet("anna").orElseThrow().byKind()).isEqualTo(team.drift());
    }

    @Test
    void workThatNobodyIsAskedForByName_isThatOfWhoHoldsTheRole() {
        add("a", "largest", 1, "anna");
        EngagementPolicy models = policy().add(SampleTeam.high("best", "csm", "EUR 1.00")
                        .id("best")
                        .addTouchpoints(SampleTeam.plan("architecture", "1", "5", "architect"))
                        .build())
                .give("largest", "best")
                .build();
        TeamReport team =
                team(models).time(spent(entry("sam", "a", "architecture", "3"))).build();

        assertThat(team.sheet("sam").orElseThrow().byKind())
                .extracting(KindDrift::kind, drift -> drift.planned().doubleValue())
                .containsExactly(tuple("architecture", 1.0));
    }

    @Test
    void withoutTime_thereIsNoDrift() {
        add("a", "large", 1, "anna");

        assertThat(team().build().drift()).isEmpty();
        assertThat(team().build().sheet("anna").orElseThrow().byKind()).isEmpty();
    }

    @Test
    void sheet_isOfThoseWhoLookAfterSomebodyOrWorked() {
        add("a", "large", 1, "anna");
        add("b", "small", 1);

        assertThat(team().build().sheets()).extracting(Sheet::memberId).containsExactly("anna", "nils", "olga");
        assertThat(team().time(spent(entry("ben", "a", "review", "1"))).build().sheets())
                .extracting(Sheet::memberId)
                .containsExactly("anna", "ben", "nils", "olga");
    }

    @Test
    void sponsorWhoIsSilentOrGone_isOnTheSheetOfTheOwner() {
        customers.add(customer("a", "large", 1, "anna")
                .add(Person.SERIES, entry -> entry.id("sue").at(START).with(Person.ROLE, "sponsor"))
                .add(
                        Touchpoint.SERIES,
                        entry -> entry.id("t")
                                .at(TODAY.minusDays(100))
                                .with(Touchpoint.KIND, "call")
                                .with(Touchpoint.CONTACT, "sue"))
                .build());
        add("b", "large", 1, "anna");
        sponsors.put("b", false);
        TeamReport.Builder builder = team();
        Sheet anna = builder.silence(new SponsorSilenceTrigger("sponsor", 90), Reckoning.in(CurrencyUnit.EUR))
                .build()
                .sheet("anna")
                .orElseThrow();

        assertThat(anna.silentSponsors())
                .containsExactly(new SilentSponsor(
                        "a", TODAY.minusDays(10), "the last contact with a sponsor was on " + TODAY.minusDays(100)));
        assertThat(anna.withoutSponsor()).containsExactly("b");
    }

    @Property
    void sums_areThoseOfTheNaiveOnes(@ForAll long seed) {
        Random random = new Random(seed);
        List<String> people = List.of("anna", "ben", "erik", "nobody");
        List<List<String>> owners = new ArrayList<>();
        customers.clear();
        segments.clear();
        int size = 1 + random.nextInt(12);
        for (int i = 0; i < size; i++) {
            boolean isFirst = i == 0;
            List<String> own = people.stream()
                    .filter(one -> random.nextBoolean() || (isFirst && one.equals("anna")))
                    .toList();
            String segment = List.of("large", "largest", "small").get(random.nextInt(3));
            add("c" + i, segment, 1 + random.nextInt(100), own.toArray(String[]::new));
            owners.add(own);
        }
        TeamReport team = team(demanding()).time(spent()).build();

        for (String member : List.of("anna", "ben")) {
            int alone = 0;
            for (int i = 0; i < owners.size(); i++) {
                List<String> here = owners.get(i).stream()
                        .filter(List.of("anna", "ben")::contains)
                        .toList();
                alone += here.equals(List.of(member))
                        ? requireNonNull(arr.get("c" + i)).getAmountMajorInt()
                        : 0;
            }
            int found = team.keyPersons().stream()
                    .filter(person -> person.memberId().equals(member))
                    .mapToInt(person -> person.arr().getAmountMajorInt())
                    .sum();
            assertThat(found).as(member).isEqualTo(alone);
        }
        long high =
                segments.values().stream().filter(one -> !one.equals("small")).count();
        assertThat(team.skills().stream().filter(need -> need.skill().equals("reviews") && need.level() == 2))
                .allSatisfy(need -> assertThat(need.customers()).isEqualTo((int) high))
                .allSatisfy(need -> assertThat(need.hoursNeeded()).isEqualByComparingTo(BigDecimal.valueOf(30 * high)));
        double planned = team.drift().stream()
                .mapToDouble(one -> one.planned().doubleValue())
                .sum();
        assertThat(planned).isCloseTo((high * 30 + (segments.size() - high) * 0.5) * 73 / 365, within(1e-9));
        double ofPeople = team.sheets().stream()
                .flatMap(sheet -> sheet.byKind().stream())
                .mapToDouble(one -> one.planned().doubleValue())
                .sum();
        double nobodys = 0;
        for (int i = 0; i < owners.size(); i++) {
            boolean isOpen = owners.get(i).stream().noneMatch(List.of("anna", "ben")::contains);
            nobodys += isOpen && !"small".equals(segments.get("c" + i)) ? 30 * 73 / 365.0 : 0;
        }
        assertThat(ofPeople).isCloseTo(planned - nobodys, within(1e-9));
    }
}
