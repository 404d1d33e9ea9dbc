package dev.rapport.model.derived;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.Reading;
import dev.rapport.model.attribute.Reading.Status;
import dev.rapport.model.customer.Goal;
import dev.rapport.model.customer.Invoice;
import dev.rapport.model.customer.Person;
import dev.rapport.model.customer.Ticket;
import dev.rapport.model.customer.Usage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.joda.money.Money;

/** What scorecards ask most and the source rarely says: stickiness, response, payment, champions, onboarding. */
class HealthMeasuresTest {

    private static final LocalDate TODAY = Sample.TODAY;

    private static Sample year() {
        return Sample.customerFor(365);
    }

    private static void assertNot(Reading<?> reading, Status status, String reason) {
        assertThat(reading.status()).isEqualTo(status);
        assertThat(reading.reason()).contains(reason);
    }

    private static void assertNumber(Sample sample, AttributeKey<Double> key, double expected) {
        assertThat(sample.read(key).value().orElseThrow()).isEqualTo(expected, within(1e-12));
    }

    private static Sample use(Sample sample, int daysAgo, String user) {
        return sample.add(
                Usage.SERIES, daysAgo, u -> u.with(Usage.QUANTITY, 1.0).with(Usage.USER, user));
    }

    @Property(tries = 300)
    void stickiness_isUsersADay_overUsersOfTheMonth(@ForAll @IntRange(min = 1, max = 60) int age, @ForAll long seed) {
        Random random = new Random(seed);
        Sample sample = Sample.customerFor(age);
        int observed = Math.min(30, age + 1);
        List<Set<String>> days = new ArrayList<>();
        Set<String> month = new TreeSet<>();
        for (int day = 0; day < observed; day++) {
            Set<String> users = new TreeSet<>();
            for (int i = 0; i < random.nextInt(6); i++) {
                String user = "u" + random.nextInt(5);
                use(sample, day, user);
                users.add(user);
            }
            days.add(users);
            month.addAll(users);
        }
        if (age >= 30) {
            use(sample, 30, "too early");
        }
        double daily = days.stream().mapToInt(Set::size).average().orElseThrow();

        if (month.isEmpty()) {
            assertThat(sample.feedingUsage()
                            .read(StandardAttributes.USAGE_STICKINESS_30D)
                            .status())
                    .isEqualTo(Status.NOT_APPLICABLE);
        } else {
            assertThat(sample.read(StandardAttributes.USAGE_STICKINESS_30D)
                            .value()
                            .orElseThrow())
                    .isEqualTo(daily / month.size(), within(1e-12));
        }
    }

    @Example
    void stickiness_ofUsersNobodyTellsApart_isMissing_ofNoUse_notApplicable() {
        assertNot(
                year().usage(3, 5).read(StandardAttributes.USAGE_STICKINESS_30D), Status.MISSING, "no entry says user");
        assertNot(
                year().usage(30, 5).read(StandardAttributes.USAGE_STICKINESS_30D),
                Status.NOT_APPLICABLE,
                "nobody used it in the last 30 days");
    }

    @Example
    void response_isTheMeanOfWhatWasAnsweredByTheCut() {
        Sample sample = year();
        double[][] tickets = {{2, 4}, {90, 500}, {89, 10}, {0, 24}, {1, 24.1}, {1, 48}, {0, 100}};
        for (double[] ticket : tickets) {
            sample.add(
                    Ticket.SERIES,
                    (int) ticket[0],
                    t -> t.with(Ticket.FIRST_RESPONSE_HOURS, ticket[1]).with(Ticket.RESOLUTION_HOURS, 2 * ticket[1]));
        }
        sample.add(Ticket.SERIES, 3, t -> t.with(Ticket.SEVERITY, "low"));

        assertNumber(sample, StandardAttributes.TICKETS_RESPONSE_HOURS_90D, (4 + 10 + 24 + 24.1 + 48) / 5);
        assertNumber(sample, StandardAttributes.TICKETS_RESOLUTION_HOURS_90D, (8 + 20) / 2.0);
        assertNot(
                year().add(Ticket.SERIES, 3, t -> t.with(Ticket.SEVERITY, "low"))
                        .read(StandardAttributes.TICKETS_RESPONSE_HOURS_90D),
                Status.MISSING,
                "no entry says first-response-hours");
    }

    private static Sample invoice(Sample sample, int dueDaysAgo, int paidDaysAgo) {
        return sample.add(Invoice.SERIES, 400, i -> {
            i.id(dueDaysAgo + "/" + paidDaysAgo)
                    .with(Invoice.AMOUNT, Money.parse("EUR 10"))
                    .with(Invoice.DUE_ON, TODAY.minusDays(dueDaysAgo));
            if (paidDaysAgo > -1000) {
                i.with(Invoice.PAID_ON, TODAY.minusDays(paidDaysAgo));
            }
        });
    }

    @Example
    void lateInvoices_areThoseOfAYear_paidAfterTheyWereDue_orNotByNow() {
        Sample sample = year();
        invoice(sample, 10, 10);
        invoice(sample, 10, 9);
        invoice(sample, 10, -1);
        invoice(sample, 11, -9999);
        invoice(sample, 365, 366);
        invoice(sample, 366, 0);
        invoice(sample, 0, -9999);

        assertNumber(sample, StandardAttributes.INVOICES_LATE_SHARE_365D, 3.0 / 5);
        assertNot(
                invoice(year(), 0, -9999).read(StandardAttributes.INVOICES_LATE_SHARE_365D),
                Status.NOT_APPLICABLE,
                "no invoice was due in the last 365 days");
    }

    private static Sample person(Sample sample, String id, String role, int leftDaysAgo) {
        return sample.add(Person.SERIES, 300, p -> {
            p.id(id).with(Person.ROLE, role);
            if (leftDaysAgo < 1000) {
                p.with(Person.LEFT_ON, TODAY.minusDays(leftDaysAgo));
            }
        });
    }

    @Example
    void champion_isCountedAsTheSponsorIs_andDeparturesAreOfAnyRole() {
        Sample sample = person(person(person(year(), "a", "champion", 20), "b", "user", 179), "c", "user", 180);
        person(sample, "d", "user", -5);

        assertThat(sample.read(StandardAttributes.CHAMPION_PRESENT).value()).contains(false);
        assertNumber(sample, StandardAttributes.CHAMPION_LEFT_DAYS, 20);
        assertNumber(sample, StandardAttributes.PEOPLE_DEPARTURES_180D, 2);
        assertThat(sample.read(StandardAttributes.SPONSOR_PRESENT).value()).contains(false);
        assertNot(sample.read(StandardAttributes.SPONSOR_LEFT_DAYS), Status.NOT_APPLICABLE, "no sponsor has left");
        assertNot(
                year().feeding(Person.SERIES, p -> p.id("x")).read(StandardAttributes.PEOPLE_DEPARTURES_180D),
                Status.MISSING,
                "nobody on the customer's side is known");
        assertNumber(person(year(), "d", "user", 9999), StandardAttributes.PEOPLE_DEPARTURES_180D, 0);
    }

    private static Sample goal(Sample sample, String kind, double realised) {
        return sample.add(
                Goal.SERIES,
                9,
                g -> g.with(Goal.TITLE, kind)
                        .with(Goal.KIND, kind)
                        .with(Goal.BASELINE, 0.0)
                        .with(Goal.TARGET, 10.0)
                        .with(Goal.REALISED, realised));
    }

    @Example
    void onboarding_isTheProgressOfItsGoals_andOthersAreAchievedOrNot() {
        Sample sample = goal(goal(goal(year(), "onboarding", 4), "onboarding", 12), "savings", 9.9);

        assertNumber(sample, StandardAttributes.ONBOARDING_PROGRESS, 0.7);
        assertNumber(sample, StandardAttributes.GOALS_ACHIEVED_SHARE, 1.0 / 3);
        assertNot(
                goal(year(), "savings", 1).read(StandardAttributes.ONBOARDING_PROGRESS),
                Status.MISSING,
                "no goal of the kind onboarding has a baseline, a target and a realised value");
    }

    @Example
    void firstValue_isTheFirstUse_andAsLongAsThereIsNone_theDaysSoFar() {
        Sample used = Sample.customerFor(40).usage(30, 0).usage(25, 1).usage(3, 9);
        assertNumber(used, StandardAttributes.ONBOARDING_DAYS_TO_FIRST_VALUE, 15);
        assertNumber(Sample.customerFor(40).usage(50, 1), StandardAttributes.ONBOARDING_DAYS_TO_FIRST_VALUE, 0);

        Sample unused = Sample.customerFor(40).feedingUsage();
        assertNumber(unused, StandardAttributes.ONBOARDING_DAYS_TO_FIRST_VALUE, 40);
        assertThat(unused.read(StandardAttributes.ONBOARDING_DAYS_TO_FIRST_VALUE)
                        .provenance()
                        .orElseThrow()
                        .source())
                .isEqualTo("nothing was used yet, days so far");
        assertThat(unused.read(StandardAttributes.ONBOARDING_DAYS_TO_FIRST_VALUE)
                        .provenance()
                        .orElseThrow()
                        .validFrom())
                .isEqualTo(Optional.empty());
    }
}
