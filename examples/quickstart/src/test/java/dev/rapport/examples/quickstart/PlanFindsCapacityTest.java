package dev.rapport.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is in the sample about the coming year, found month by month in the plan: a season, an absence, customers to come. */
class PlanFindsCapacityTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 7, 1);
    private static final int MONTHS = 12;

    private static Tree plan = Tree.of("{}");
    private static Tree models = Tree.of("{}");
    private static Tree organisation = Tree.of("{}");

    @BeforeAll
    static void run() throws IOException {
        plan = Tree.of(SamplePlan.of().resolve("plan.json"));
        models = SamplePolicies.of("engagement-models.json");
        organisation = SamplePolicies.of("organisation.json");
    }

    private static Tree role(String id) {
        return plan.at("capacity", "year", "roles")
                .only(role -> role.text("role").equals(id));
    }

    private static Tree model(String segment) {
        String id = models.at("segments")
                .only(row -> row.text("segment").equals(segment))
                .text("model");
        return models.at("models").only(model -> model.text("id").equals(id));
    }

    private static double sum(Tree role, String field) {
        return role.list("months").stream()
                .mapToDouble(month -> month.number(field))
                .sum();
    }

    /** The hours of CSMs for renewals, gone through customer by customer. */
    private static double[] renewals() {
        double[] months = new double[MONTHS];
        for (Tree customer : plan.list("customers")) {
            if (customer.has("segment") && customer.has("nextDecision")) {
                Tree model = model(customer.text("segment"));
                for (Tree plan : model.list("touchpoints")) {
                    LocalDate decision = LocalDate.parse(customer.text("nextDecision"));
                    if (plan.has("daysBeforeDecision") && !decision.isBefore(FIRST)) {
                        LocalDate due = decision.minusDays((long) plan.number("daysBeforeDecision"));
                        int month = due.isBefore(FIRST)
                                ? 0
                                : (due.getYear() - 2026) * MONTHS + due.getMonthValue() - FIRST.getMonthValue();
                        if (month < MONTHS) {
                            months[month] += plan.number("timesPerYear")
                                    * plan.number("hoursEach")
                                    * model.number("capacityFactor");
                        }
                    }
                }
            }
        }
        return months;
    }

    @Test
    void renewals_makeTheSeasonOfCsms() {
        double[] renewals = renewals();
        int fullest = 0;
        for (int month = 0; month < MONTHS; month++) {
            fullest = renewals[month] > renewals[fullest] ? month : fullest;
        }
        Tree csm = role("csm");
        assertThat(renewals[fullest]).as("a season there is").isGreaterThan(2 * mean(renewals));
        assertThat(csm.text("peak")).isEqualTo(FIRST.plusMonths(fullest).toString());
        List<Double> others = new ArrayList<>();
        for (int month = 0; month < MONTHS; month++) {
            others.add(csm.list("months").get(month).number("asked", "touchpoints") - renewals[month]);
        }
        assertThat(others)
                .as("all else is spread evenly")
                .allSatisfy(hours -> assertThat(hours).isCloseTo(others.get(0), within(0.1)));
    }

    private static double mean(double[] months) {
        double sum = 0;
        for (double month : months) {
            sum += month;
        }
        return sum / months.length;
    }

    @Test
    void absence_isMissing_inItsFourMonths() {
        Tree weights = models.at("yearAhead", "availability");
        double all = 0;
        for (int month = 0; month < MONTHS; month++) {
            all += weights.list().get(month).number();
        }
        for (Tree month : role("csm").list("months")) {
            LocalDate from = LocalDate.parse(month.text("from"));
            double weight = weights.list().get(from.getMonthValue() - 1).number();
            double expected = 0;
            for (Tree member :
                    organisation.at("members").where(one -> one.text("role").equals("csm"))) {
                boolean isAway = member.text("id").equals("csm-elif")
                        && List.of(9, 10, 11, 12).contains(from.getMonthValue());
                if (!isAway && !member.has("leftOn")) {
                    expected += member.number("hoursPerWeek") * 52 * weight / all;
                }
            }
            assertThat(month.number("hoursThere")).as(month.text("from")).isCloseTo(expected, within(0.1));
        }
    }

    @Test
    void customersToCome_areOnboarded_inSeptemberAndOctober() {
        Tree onboarding = role("onboarding");
        double each = model("mid-market").list("onboarding").get(0).number("hours")
                * model("mid-market").number("capacityFactor");
        List<Tree> months = onboarding.list("months");
        for (int month = 0; month < MONTHS; month++) {
            double more = month == 2 || month == 3 ? 6 * each : 0;
            assertThat(months.get(month).number("asked", "onboarding")
                            - months.get(0).number("asked", "onboarding"))
                    .as(months.get(month).text("from"))
                    .isCloseTo(more, within(0.1));
        }
        assertThat(onboarding.text("peak")).isIn("2026-09-01", "2026-10-01");
    }

    @Test
    void months_sumToTheYear_andSegmentsToTheRoles() {
        for (Tree role : plan.list("capacity", "year", "roles")) {
            assertThat(sum(role, "hoursNeeded")).isCloseTo(role.number("hoursNeeded"), within(1e-6));
            assertThat(sum(role, "hoursThere")).isCloseTo(role.number("hoursThere"), within(1e-6));
            assertThat(role.list("segments").stream()
                            .mapToDouble(segment -> segment.number("hoursNeeded"))
                            .sum())
                    .isCloseTo(role.number("hoursNeeded"), within(1e-6));
            double asOfToday = plan.number("economics", "capacityByRole", role.text("role"));
            if (List.of("solution-architect", "vp-customer-success", "ceo", "cro")
                    .contains(role.text("role"))) {
                assertThat(role.number("hoursNeeded")).as("no onboarding").isCloseTo(asOfToday, within(1e-9));
            }
        }
        for (int month = 0; month < MONTHS; month++) {
            int at = month;
            double ofRoles = plan.list("capacity", "year", "roles").stream()
                    .mapToDouble(role -> role.list("months").get(at).number("hoursNeeded"))
                    .sum();
            double ofSegments = plan.list("capacity", "year", "segments").stream()
                    .mapToDouble(segment -> segment.list("hours").get(at).number())
                    .sum();
            assertThat(ofSegments).isCloseTo(ofRoles, within(1e-6));
        }
    }

    @Test
    void hires_areByWhenTheyMustBeDecided_andForSomeSegment() {
        int hires = 0;
        for (Tree role : plan.list("capacity", "year", "roles")) {
            int ofRole = 0;
            for (Tree hire : role.list("hires")) {
                ofRole += (int) hire.number("people");
                LocalDate decided = LocalDate.parse(hire.text("decideBy"));
                assertThat(decided).isEqualTo(LocalDate.parse(hire.text("from")).minusDays(120));
                assertThat(hire.truth("isLate")).isEqualTo(decided.isBefore(FIRST));
            }
            assertThat(role.list("segments").stream()
                            .mapToInt(segment -> (int) segment.number("hires"))
                            .sum())
                    .isEqualTo(ofRole);
            hires += ofRole;
        }
        assertThat(hires).isEqualTo(1);
    }

    @Test
    void onlyArchitect_isAwayFromJanuaryToMay_soThatOneIsHired_decidedInTime() {
        Tree architect = role("solution-architect");
        for (Tree month : architect.list("months")) {
            boolean isAway = month.text("from").compareTo("2027-01-01") >= 0
                    && month.text("from").compareTo("2027-06-01") < 0;
            assertThat(month.number("hoursThere") == 0).as(month.text("from")).isEqualTo(isAway);
        }
        Tree hire = architect.list("hires").get(0);
        assertThat(hire.number("people")).isEqualTo(1);
        assertThat(hire.text("from")).isEqualTo("2027-01-01");
        assertThat(hire.text("decideBy")).isEqualTo("2026-09-03");
        assertThat(hire.truth("isLate")).isFalse();
        assertThat(architect
                        .at("segments")
                        .only(segment -> segment.number("hires") == 1)
                        .text("segment"))
                .as("who needs most of it")
                .isEqualTo("mid-market");
    }

    @Test
    void pool_isTakenByTheModelOfSmallCustomers() {
        Tree pool = plan.list("capacity", "year", "pools").get(0);
        assertThat(pool.text("pool")).isEqualTo("pool-digital");
        assertThat(pool.text("model")).isEqualTo("tech-touch");
        assertThat(pool.number("people")).isEqualTo(2);
        assertThat(pool.number("hoursThere")).isEqualTo(2 * 30 * 52);
        assertThat(pool.number("share") * pool.number("hoursThere"))
                .isCloseTo(pool.number("hoursNeeded"), within(1e-9));
        double ofSmall = role("csm")
                .at("segments")
                .only(segment -> segment.text("segment").equals("small"))
                .number("hoursNeeded");
        assertThat(pool.number("hoursNeeded")).isCloseTo(ofSmall, within(1e-9));
    }
}
