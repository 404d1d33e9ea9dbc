package dev.rapport.engagement.model;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.book.Book;
import dev.rapport.model.book.Facts;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.organisation.Department;
import dev.rapport.model.organisation.Member;
import dev.rapport.model.organisation.Organisation;
import dev.rapport.model.organisation.Pool;
import dev.rapport.model.organisation.Role;
import dev.rapport.model.shape.DocumentHeader;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** A small company, its models and books for the tests of this module. */
public final class SampleTeam {

    /** The cut date. */
    public static final LocalDate TODAY = LocalDate.of(2026, 6, 30);

    /** The zone of everything. */
    public static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static final AttributeKey<String> SEGMENT = AttributeKey.text("segment");
    private static final AttributeKey<Money> ARR = AttributeKey.money("arr");
    private static final AttributeKey<Double> AGE = AttributeKey.number("relationship.age-days");

    private SampleTeam() {}

    /** One customer of a book. */
    public record Line(String id, String segment, String arr, int ageInDays) {}

    /** A vice president, two CSMs with names, two in a pool, one who has left, an architect whose cost is not told. */
    public static Organisation.Builder organisation() {
        return Organisation.builder(DocumentHeader.of("team", "1"))
                .add(Department.of("customer-success", "Customer success"))
                .add(role("vp", null))
                .add(role("csm", "vp"))
                .add(role("onboarding", "vp"))
                .add(role("architect", "vp"))
                .add(member("vera", "vp", "100.00", 6).build())
                .add(member("anna", "csm", "60.00", 30)
                        .languages(List.of("de", "en"))
                        .skills(Map.of("reviews", 4))
                        .build())
                .add(member("ben", "csm", "60.00", 30)
                        .languages(List.of("en"))
                        .zone(ZoneId.of("Europe/London"))
                        .skills(Map.of("reviews", 2))
                        .build())
                .add(member("nils", "csm", "60.00", 20)
                        .pools(List.of("digital"))
                        .build())
                .add(member("olga", "csm", "60.00", 10)
                        .pools(List.of("digital"))
                        .build())
                .add(member("erik", "csm", "90.00", 30)
                        .leftOn(LocalDate.of(2026, 3, 1))
                        .build())
                .add(member("olivia", "onboarding", "50.00", 30).build())
                .add(member("pavel", "onboarding", "50.00", 30).build())
                .add(Member.builder()
                        .id("sam")
                        .role("architect")
                        .zone(BERLIN)
                        .hoursPerWeek(BigDecimal.TEN)
                        .build())
                .add(new Pool("digital", "Digital", "csm"));
    }

    private static Role role(String id, @Nullable String reportsTo) {
        Role.Builder role = Role.builder().id(id).title(id).department("customer-success");
        return (reportsTo == null ? role : role.reportsTo(reportsTo)).build();
    }

    private static Member.Builder member(String id, String role, String cost, int hours) {
        return Member.builder()
                .id(id)
                .role(role)
                .zone(BERLIN)
                .hoursPerWeek(BigDecimal.valueOf(hours))
                .hourlyCost(Money.parse("EUR " + cost));
    }

    /** High touch for large and mid customers, a pool for small ones; a target of 65 % at a gross margin of 80 %. */
    public static EngagementPolicy.Builder policy() {
        return EngagementPolicy.builder(
                        DocumentHeader.of("models", "1"),
                        new GrossMargin(new BigDecimal("0.80"), "a test"),
                        new BigDecimal("0.65"))
                .add(high("high", "csm", "EUR 100.00").build())
                .add(EngagementModel.builder()
                        .id("tech")
                        .name("Tech touch")
                        .addTouchpoints(plan("webinar", "4", "0.125", "csm"))
                        .toolCostPerYear(Money.parse("EUR 10.00"))
                        .addOwners(
                                OwnerRule.builder().role("csm").pool("digital").build())
                        .build())
                .give("large", "high")
                .give("mid", "high")
                .give("small", "tech");
    }

    /** A model with 30 hours a year of one role, 10 of onboarding once, and a named CSM. */
    public static EngagementModel.Builder high(String id, String role, String tools) {
        return EngagementModel.builder()
                .id(id)
                .name("High touch")
                .addTouchpoints(plan("check-in", "12", "1.5", role), plan("review", "4", "3", role))
                .addOnboarding(new OnboardingWork("onboarding", BigDecimal.TEN))
                .toolCostPerYear(Money.parse(tools))
                .addOwners(
                        OwnerRule.builder().role("csm").putSkills("reviews", 2).build(),
                        OwnerRule.builder()
                                .role("onboarding")
                                .atMost(2)
                                .addStages("onboarding")
                                .build());
    }

    /** Touchpoints of one kind. */
    public static TouchpointPlan plan(String kind, String times, String hours, String role) {
        return TouchpointPlan.builder()
                .kind(kind)
                .timesPerYear(new BigDecimal(times))
                .hoursEach(new BigDecimal(hours))
                .role(role)
                .build();
    }

    /** A book of customers about whom only segment, ARR and age are known. */
    public static Book book(List<Line> lines) {
        Instant start = Instant.parse("2020-01-01T00:00:00Z");
        List<Customer> customers = new ArrayList<>();
        Map<String, String> segments = new HashMap<>();
        Map<String, Money> arr = new HashMap<>();
        Map<String, Double> age = new HashMap<>();
        for (Line line : lines) {
            customers.add(Customer.builder(line.id(), start).build());
            if (!line.segment().isEmpty()) {
                segments.put(line.id(), line.segment());
            }
            if (!line.arr().isEmpty()) {
                arr.put(line.id(), Money.parse(line.arr()));
            }
            age.put(line.id(), (double) line.ageInDays());
        }
        return Facts.of(Customer.adapter(customers), customers)
                .in(BERLIN, CurrencyUnit.EUR)
                .asOf(TODAY)
                .with(SEGMENT, "test", segments)
                .with(ARR, "test", arr)
                .with(AGE, "test", age);
    }
}
