package dev.rapport.engagement.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.engagement.model.Absence;
import dev.rapport.engagement.model.CostKind;
import dev.rapport.engagement.model.Economics;
import dev.rapport.engagement.model.EngagementModel;
import dev.rapport.engagement.model.EngagementPolicy;
import dev.rapport.engagement.model.FlexRule;
import dev.rapport.engagement.model.GrossMargin;
import dev.rapport.engagement.model.NewCustomers;
import dev.rapport.engagement.model.OnboardingWork;
import dev.rapport.engagement.model.SampleTeam;
import dev.rapport.engagement.model.SampleTeam.Line;
import dev.rapport.engagement.model.SegmentEconomics;
import dev.rapport.engagement.model.Sponsorship;
import dev.rapport.engagement.model.TouchpointPlan;
import dev.rapport.engagement.model.YearAhead;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.money.RateTable;
import dev.rapport.model.organisation.Member;
import dev.rapport.model.organisation.Organisation;
import dev.rapport.segmentation.condition.Condition;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** The months of a year against going through every customer, member and day. */
class CapacityYearProperties {

    private static final AttributeKey<String> STAGE = AttributeKey.text("stage.current");
    private static final List<String> SEGMENTS = List.of("large", "mid", "small");
    /** One for each of at most twelve works, or members. */
    private static final double HUNDREDTHS = 0.12;

    private static final List<String> ROLES = List.of("csm", "vp", "onboarding");

    /** A random book, policy and organisation. */
    private record Case(
            List<Line> lines, Map<String, String> stages, Map<String, LocalDate> decisions, Company company) {

        /** Those who look after the customers, and how. */
        private record Company(EngagementPolicy policy, Organisation organisation, LocalDate date) {}

        static Case random(long seed) {
            Random random = new Random(seed);
            List<Line> lines = new ArrayList<>();
            Map<String, String> stages = new HashMap<>();
            Map<String, LocalDate> decisions = new HashMap<>();
            LocalDate date = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(365));
            for (int i = 0; i < random.nextInt(30); i++) {
                String id = "c" + i;
                lines.add(new Line(id, SEGMENTS.get(random.nextInt(3)), "EUR 100.00", random.nextInt(800)));
                if (random.nextBoolean()) {
                    stages.put(id, random.nextBoolean() ? "onboarding" : "adoption");
                }
                if (random.nextInt(4) > 0) {
                    decisions.put(id, date.plusDays(random.nextInt(600) - 50));
                }
            }
            EngagementPolicy.Builder policy = EngagementPolicy.builder(
                    SampleTeam.policy().build().header(),
                    new GrossMargin(new BigDecimal("0.8"), "random"),
                    new BigDecimal("0.5"));
            policy.add(model("a", random)).add(model("b", random));
            SEGMENTS.forEach(segment -> policy.give(segment, random.nextBoolean() ? "a" : "b"));
            policy.sponsor(Sponsorship.builder()
                    .addSegments("mid")
                    .addRoles("vp", "csm")
                    .atMostEach(3)
                    .hoursPerYear(BigDecimal.valueOf(random.nextInt(300), 1))
                    .build());
            policy.yearAhead(outlook(random, date));
            return new Case(lines, stages, decisions, new Company(policy.build(), organisation(random, date), date));
        }

        private static EngagementModel model(String id, Random random) {
            EngagementModel.Builder model = EngagementModel.builder()
                    .id(id)
                    .name(id)
                    .capacityFactor(BigDecimal.valueOf(100 + random.nextInt(50), 2))
                    .toolCostPerYear(Money.zero(CurrencyUnit.EUR))
                    .addOnboarding(new OnboardingWork("onboarding", BigDecimal.valueOf(random.nextInt(300), 1)));
            for (int t = 0; t < random.nextInt(5); t++) {
                TouchpointPlan.Builder plan = TouchpointPlan.builder()
                        .kind("kind" + t)
                        .timesPerYear(BigDecimal.valueOf(random.nextInt(500), 1))
                        .hoursEach(BigDecimal.valueOf(random.nextInt(4000), 3))
                        .role(ROLES.get(random.nextInt(3)));
                if (random.nextBoolean()) {
                    plan.addStages("adoption");
                }
                if (random.nextBoolean()) {
                    plan.daysBeforeDecision(random.nextInt(200));
                } else if (random.nextBoolean()) {
                    plan.months(months(random));
                }
                model.addTouchpoints(plan.build());
            }
            if (random.nextBoolean()) {
                model.addFlex(FlexRule.builder()
                        .id("flex")
                        .when(Condition.atMost(AttributeKey.number("usage.change-30d"), -0.2))
                        .role("csm")
                        .hoursEach(BigDecimal.ONE)
                        .atMostHoursPerYear(BigDecimal.valueOf(random.nextInt(100_000), 3))
                        .build());
            }
            return model.build();
        }

        private static List<Integer> months(Random random) {
            List<Integer> months = new ArrayList<>();
            for (int month = 1; month <= 12; month++) {
                if (random.nextInt(3) == 0) {
                    months.add(month);
                }
            }
            return months;
        }

        private static YearAhead outlook(Random random, LocalDate date) {
            YearAhead.Builder outlook = YearAhead.builder()
                    .source("random")
                    .leadDays(random.nextInt(300))
                    .lastingMonths(1 + random.nextInt(12));
            if (random.nextBoolean()) {
                outlook.addNewCustomers(
                        new NewCustomers("large", BigDecimal.valueOf(random.nextInt(400), 1), months(random)));
            }
            if (random.nextBoolean()) {
                Integer[] weights = new Integer[12];
                Arrays.setAll(weights, month -> random.nextInt(12));
                weights[random.nextInt(12)] = 1 + random.nextInt(5);
                outlook.availability(List.of(weights));
            }
            for (int i = 0; i < random.nextInt(4); i++) {
                LocalDate from = date.plusDays(random.nextInt(400) - 30);
                outlook.addAbsences(new Absence(
                        random.nextBoolean() ? "anna" : "vera", from, from.plusDays(1 + random.nextInt(200))));
            }
            return outlook.build();
        }

        private static Organisation organisation(Random random, LocalDate date) {
            Organisation.Builder organisation = SampleTeam.organisation();
            for (int i = 0; i < random.nextInt(4); i++) {
                Member.Builder member = Member.builder()
                        .id("more" + i)
                        .role(random.nextBoolean() ? "csm" : "onboarding")
                        .zone(SampleTeam.BERLIN)
                        .hoursPerWeek(BigDecimal.valueOf(random.nextInt(400), 1))
                        .joinedOn(date.plusDays(random.nextInt(300) - 100));
                if (random.nextBoolean()) {
                    member.leftOn(date.plusDays(300 + random.nextInt(300)));
                }
                organisation.add(member.build());
            }
            return organisation.build();
        }

        EngagementPolicy policy() {
            return company.policy();
        }

        Economics economics() {
            return Economics.of(
                    SampleTeam.book(lines).with(STAGE, "test", stages),
                    policy(),
                    company.organisation(),
                    RateTable.empty(CurrencyUnit.EUR));
        }

        CapacityYear year() {
            CapacityYear.Builder year = CapacityYear.of(economics(), company.organisation(), company.date());
            for (Line line : lines) {
                if (decisions.containsKey(line.id())) {
                    year.add(line.segment(), Optional.ofNullable(stages.get(line.id())), decisions.get(line.id()));
                }
            }
            return year.build();
        }

        LocalDate start(int month) {
            return company.date().plusDays(1).plusMonths(month);
        }
    }

    @Property(tries = 150)
    void months_sumToTheYearOfTheEconomics_toTheLastDigit(@ForAll long seed) {
        Case random = Case.random(seed);
        Economics economics = random.economics();
        Map<String, BigDecimal> expected = new TreeMap<>(economics.capacityByRole());
        for (NewCustomers stated : random.policy().yearAhead().newCustomers()) {
            SegmentEconomics row = economics.segments().stream()
                    .filter(one -> one.segment().equals(stated.segment()))
                    .findFirst()
                    .orElseThrow();
            EngagementModel model = random.policy().model(row.model()).orElseThrow();
            BigDecimal more = stated.perYear().subtract(BigDecimal.valueOf(row.newCustomers()));
            model.onboarding()
                    .forEach(work -> expected.merge(
                            work.role(),
                            more.multiply(work.hours()).multiply(model.capacityFactor()),
                            BigDecimal::add));
        }
        CapacityYear year = random.year();

        expected.forEach((role, hours) -> assertThat(
                        year.role(role).map(RoleYear::needed).orElse(BigDecimal.ZERO))
                .as(role)
                .isEqualByComparingTo(hours));
        for (int month = 0; month < 12; month++) {
            int at = month;
            BigDecimal ofRoles = year.roles().stream()
                    .map(role -> role.months().get(at).needed())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(year.segments().stream()
                            .map(segment -> segment.hours().get(at))
                            .reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(ofRoles);
        }
        for (RoleYear role : year.roles()) {
            assertThat(role.segments().stream().map(SegmentShare::needed).reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(role.needed());
            assertThat(role.segments().stream().mapToInt(SegmentShare::hires).sum())
                    .isEqualTo(role.hired());
        }
    }

    @Property(tries = 150)
    void touchpointsOfAMonth_areThoseOfEveryCustomer(@ForAll long seed) {
        Case random = Case.random(seed);
        Map<String, double[]> expected = new TreeMap<>();
        for (Line line : random.lines()) {
            EngagementModel model = random.policy().modelOf(line.segment()).orElseThrow();
            for (TouchpointPlan plan : model.touchpoints()) {
                if (plan.isFor(Optional.ofNullable(random.stages().get(line.id())))) {
                    double hours =
                            plan.hoursPerYear().multiply(model.capacityFactor()).doubleValue();
                    double[] months = expected.computeIfAbsent(plan.role(), absent -> new double[12]);
                    place(random, line, plan, hours, months);
                }
            }
        }
        CapacityYear year = random.year();
        expected.forEach((role, months) -> {
            for (int month = 0; month < 12; month++) {
                int at = month;
                double found = year.role(role)
                        .map(one -> one.months().get(at).asked())
                        .map(asked -> asked.get(CostKind.TOUCHPOINTS))
                        .map(BigDecimal::doubleValue)
                        .orElse(0.0);
                assertThat(found).as(role + " " + at).isCloseTo(months[at], within(HUNDREDTHS));
            }
        });
    }

    private static void place(Case random, Line line, TouchpointPlan plan, double hours, double[] months) {
        LocalDate decision = random.decisions().get(line.id());
        if (plan.daysBeforeDecision().isPresent()
                && decision != null
                && !decision.isBefore(random.start(0))
                && decision.minusDays(plan.daysBeforeDecision().getAsInt()).isBefore(random.start(12))) {
            LocalDate due = decision.minusDays(plan.daysBeforeDecision().getAsInt());
            int month = 0;
            while (!due.isBefore(random.start(month + 1))) {
                month++;
            }
            months[month] += hours;
            return;
        }
        for (int month = 0; month < 12; month++) {
            int named = plan.months().isEmpty() ? 12 : plan.months().size();
            if (plan.months().isEmpty()
                    || plan.months().contains(random.start(month).getMonthValue())) {
                months[month] += hours / named;
            }
        }
    }

    @Property(tries = 60)
    void hoursThere_areThoseOfEveryDay(@ForAll long seed) {
        Case random = Case.random(seed);
        YearAhead outlook = random.policy().yearAhead();
        int all = 0;
        for (int month = 1; month <= 12; month++) {
            all += outlook.weight(month);
        }
        for (RoleYear role : random.year().roles()) {
            for (int month = 0; month < 12; month++) {
                LocalDate end = random.start(month + 1);
                double share = (double) outlook.weight(random.start(month).getMonthValue()) / all;
                double days = random.start(month).until(end, ChronoUnit.DAYS);
                double hours = 0;
                for (Member member : random.company().organisation().members()) {
                    for (LocalDate day = random.start(month); day.isBefore(end); day = day.plusDays(1)) {
                        LocalDate today = day;
                        boolean isHere = member.role().equals(role.role())
                                && member.isActiveOn(day)
                                && outlook.absences().stream()
                                        .noneMatch(absence -> absence.member().equals(member.id())
                                                && !today.isBefore(absence.from())
                                                && today.isBefore(absence.until()));
                        hours += isHere ? member.hoursPerYear().doubleValue() * share / days : 0;
                    }
                }
                assertThat(role.months().get(month).there().doubleValue())
                        .as(role.role() + " " + month)
                        .isCloseTo(hours, within(HUNDREDTHS));
            }
        }
    }

    @Property(tries = 200)
    void hires_leaveNoShortageThatLasts_andAreNoMoreThanThat(@ForAll long seed) {
        Random draw = new Random(seed);
        YearAhead outlook = YearAhead.builder()
                .source("random")
                .leadDays(0)
                .lastingMonths(1 + draw.nextInt(12))
                .build();
        Months months = new Months(SampleTeam.TODAY);
        List<RoleMonth> year = new ArrayList<>();
        BigDecimal[] each = new BigDecimal[12];
        for (int month = 0; month < 12; month++) {
            BigDecimal asked = BigDecimal.valueOf(draw.nextInt(1000));
            year.add(new RoleMonth(
                    months.from(month), Map.of(CostKind.TOUCHPOINTS, asked), BigDecimal.valueOf(draw.nextInt(600))));
            each[month] = BigDecimal.valueOf(1 + draw.nextInt(100));
        }

        List<Hire> hires = new Hiring(outlook, months).hires(year, each);

        int hired = 0;
        for (int month = 0; month < 12; month++) {
            LocalDate from = months.from(month);
            int more = hires.stream()
                    .filter(hire -> hire.neededFrom().equals(from))
                    .mapToInt(Hire::people)
                    .sum();
            if (month + outlook.lastingMonths() <= 12) {
                assertThat(isShort(year, each, month, outlook.lastingMonths(), hired + more))
                        .isFalse();
                assertThat(more > 0 && !isShort(year, each, month, outlook.lastingMonths(), hired + more - 1))
                        .as("one less would not do")
                        .isFalse();
            } else {
                assertThat(more).isZero();
            }
            hired += more;
        }
    }

    private static boolean isShort(List<RoleMonth> year, BigDecimal[] each, int from, int lasting, int people) {
        boolean isShort = true;
        for (int month = from; month < from + lasting; month++) {
            BigDecimal there = year.get(month).there().add(each[month].multiply(BigDecimal.valueOf(people)));
            isShort &= year.get(month).needed().compareTo(there) > 0;
        }
        return isShort;
    }

    @Property(tries = 200)
    void sharedHires_areAllOfThem_andNoneOffByOne(@ForAll long seed) {
        Random draw = new Random(seed);
        List<BigDecimal> hours = new ArrayList<>();
        for (int i = 0; i < 1 + draw.nextInt(6); i++) {
            hours.add(BigDecimal.valueOf(1 + draw.nextInt(10_000), 2));
        }
        int people = draw.nextInt(20);
        double all = hours.stream().mapToDouble(BigDecimal::doubleValue).sum();

        int[] shares = Hiring.share(people, hours);

        assertThat(Arrays.stream(shares).sum()).isEqualTo(people);
        for (int i = 0; i < shares.length; i++) {
            assertThat((double) shares[i]).isCloseTo(people * hours.get(i).doubleValue() / all, within(1.0));
        }
    }
}
