package dev.rapport.engagement.team;

import static dev.rapport.engagement.model.SampleTeam.policy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.engagement.allocation.StopCondition;
import dev.rapport.engagement.coverage.Assignment;
import dev.rapport.engagement.coverage.AssignmentPolicy;
import dev.rapport.engagement.coverage.AssignmentProblem;
import dev.rapport.engagement.coverage.BoundedAssignment;
import dev.rapport.engagement.coverage.Coverage;
import dev.rapport.engagement.model.EngagementPolicy;
import dev.rapport.engagement.model.OwnerRule;
import dev.rapport.engagement.model.SampleTeam;
import dev.rapport.engagement.model.SampleTeam.Line;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.book.Book;
import dev.rapport.model.organisation.Competency;
import dev.rapport.model.organisation.Member;
import dev.rapport.model.organisation.Organisation;
import dev.rapport.model.organisation.Role;
import dev.rapport.model.organisation.RoleProfile;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ProposedTeamsTest {

    private static final AttributeKey<String> LANGUAGE = AttributeKey.text("language");
    private static final Organisation US = SampleTeam.organisation().build();

    private static TeamReport report(Book book, EngagementPolicy models, boolean isAssigned) {
        TeamReport.Builder report = TeamReport.builder(book, US, models, Coverage.of(book, US, models));
        return (isAssigned ? report.assignments(assignments(book, models)) : report).build();
    }

    private static Map<String, Assignment> assignments(Book book, EngagementPolicy models) {
        AssignmentProblem problem = AssignmentProblem.of(book, US, models, "csm", AssignmentPolicy.standard());
        return Map.of("csm", new BoundedAssignment(1).assign(problem, StopCondition.steps(1_000)));
    }

    private static ProposedRole role(TeamReport report, String segment, String role) {
        return report.teams().stream()
                .filter(team -> team.segment().equals(segment))
                .flatMap(team -> team.roles().stream())
                .filter(one -> one.role().equals(role))
                .findFirst()
                .orElseThrow();
    }

    private static List<Line> lines(int large, int small) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < large; i++) {
            lines.add(new Line("l" + i, "large", "EUR 50000.00", 900));
        }
        for (int i = 0; i < small; i++) {
            lines.add(new Line("s" + i, "small", "EUR 500.00", 900));
        }
        return lines;
    }

    @Test
    void names_areThoseOfTheAssignment_withTheirCustomersAndHours() {
        ProposedRole csm = role(report(SampleTeam.book(lines(3, 0)), policy().build(), true), "large", "csm");

        assertThat(csm.hoursNeeded()).isEqualByComparingTo("90");
        assertThat(csm.members().stream().mapToInt(ProposedMember::customers).sum())
                .isEqualTo(3);
        assertThat(csm.members()).allMatch(member -> List.of("anna", "ben").contains(member.memberId()));
        assertThat(csm.hoursShort()).isEqualByComparingTo("0");
    }

    @Test
    void headcount_isHoursOverThoseOfOne_andWhatIsShortIsToldInPeople() {
        ProposedRole csm = role(report(SampleTeam.book(lines(200, 0)), policy().build(), true), "large", "csm");

        assertThat(csm.hoursNeeded()).isEqualByComparingTo("6000");
        assertThat(csm.hoursOfOne().orElseThrow())
                .as("30, 30, 20 and 10 hours a week")
                .isEqualByComparingTo(BigDecimal.valueOf(22.5 * 52));
        assertThat(csm.peopleNeeded().orElseThrow().doubleValue()).isCloseTo(6000 / 1170.0, within(1e-5));
        assertThat(csm.hours())
                .as("104 customers of 30 hours among those with the skill")
                .isEqualByComparingTo("3120");
        assertThat(csm.hoursShort()).isEqualByComparingTo("2880");
        assertThat(csm.peopleShort().orElseThrow().doubleValue()).isCloseTo(2880 / 1170.0, within(1e-5));
    }

    @Test
    void pool_isSharedByItsPeople() {
        ProposedRole csm = role(report(SampleTeam.book(lines(0, 60)), policy().build(), true), "small", "csm");

        assertThat(csm.pool()).contains("digital");
        assertThat(csm.members())
                .extracting(member -> member.memberId() + " "
                        + member.hours().stripTrailingZeros().toPlainString())
                .containsExactly("nils 20", "olga 10");
    }

    @Test
    void hoursThatNobodyIsPlacedFor_goByFit_upToWhatIsLeft() {
        RoleProfile profile = RoleProfile.of(Competency.must("reviews", 4));
        Organisation.Builder team = Organisation.builder(US.header());
        US.departments().forEach(team::add);
        US.roles()
                .forEach(role -> team.add(
                        role.id().equals("csm")
                                ? Role.builder().from(role).profile(profile).build()
                                : role));
        US.members().forEach(team::add);
        US.pools().forEach(team::add);
        Organisation organisation = team.build();
        Book book = SampleTeam.book(lines(60, 0));
        EngagementPolicy models = policy().build();
        TeamReport report = TeamReport.builder(book, organisation, models, Coverage.of(book, organisation, models))
                .build();

        assertThat(role(report, "large", "csm").members())
                .as("1800 hours: anna, who fits, as far as hers go, then ben, who nearly does")
                .extracting(member -> member.memberId() + " "
                        + member.hours().stripTrailingZeros().toPlainString())
                .containsExactly("anna 1560", "ben 240");
    }

    @Test
    void hoursThatNobodyIsPlacedFor_goToWhoSpeaksTheLanguage() {
        Organisation organisation = SampleTeam.organisation()
                .add(Member.builder()
                        .id("lars")
                        .role("csm")
                        .zone(SampleTeam.BERLIN)
                        .hoursPerWeek(BigDecimal.TEN)
                        .languages(List.of("sv"))
                        .build())
                .build();
        Book book = SampleTeam.book(lines(3, 0)).with(LANGUAGE, "test", Map.of("l0", "sv", "l1", "de"));
        EngagementPolicy models = policy().build();
        ProposedRole csm = role(
                TeamReport.builder(book, organisation, models, Coverage.of(book, organisation, models))
                        .build(),
                "large",
                "csm");

        assertThat(csm.members())
                .extracting(member -> member.memberId() + " "
                        + member.hours().stripTrailingZeros().toPlainString())
                .containsExactly("anna 60", "lars 30");
        assertThat(csm.missingLanguages()).isEmpty();
    }

    @Test
    void skillsAndLanguages_thatNobodyProposedHas_areTold() {
        Map<String, String> languages = Map.of("l0", "sv", "l1", "sv", "l2", "de");
        List<Line> largest = lines(3, 0).stream()
                .map(line -> new Line(line.id(), "largest", line.arr(), line.ageInDays()))
                .toList();
        Book book = SampleTeam.book(largest).with(LANGUAGE, "test", languages);
        EngagementPolicy models = SampleTeam.policy()
                .add(SampleTeam.high("best", "csm", "EUR 1.00")
                        .id("best")
                        .owners(List.of(OwnerRule.builder()
                                .role("csm")
                                .putSkills("reviews", 5)
                                .putSkills("law", 2)
                                .build()))
                        .build())
                .give("largest", "best")
                .build();
        ProposedRole csm = role(report(book, models, false), "largest", "csm");

        assertThat(csm.missingSkills())
                .containsExactly(new MissingSkill("law", 2, 0), new MissingSkill("reviews", 5, 4));
        assertThat(csm.missingLanguages()).isEqualTo(Map.of("sv", 2));
    }

    @Property(tries = 200)
    void hours_ofTeams_areThoseOfTheModels_andNobodyGivesMoreThanThereAre(@ForAll long seed) {
        Random random = new Random(seed);
        List<Line> lines = new ArrayList<>();
        int customers = 1 + random.nextInt(150);
        BigDecimal needed = BigDecimal.ZERO;
        for (int i = 0; i < customers; i++) {
            String segment = List.of("large", "mid", "small", "").get(random.nextInt(4));
            int age = random.nextInt(800);
            lines.add(new Line("c" + i, segment, "EUR 1000.00", age));
            BigDecimal onboarding = age < 365 ? BigDecimal.TEN : BigDecimal.ZERO;
            needed = needed.add(
                    switch (segment) {
                        case "" -> BigDecimal.ZERO;
                        case "small" -> new BigDecimal("0.5");
                        default -> BigDecimal.valueOf(30).add(onboarding);
                    });
        }
        TeamReport report = report(SampleTeam.book(lines), policy().build(), random.nextBoolean());

        BigDecimal told = BigDecimal.ZERO;
        Map<String, BigDecimal> given = new HashMap<>();
        for (ProposedTeam team : report.teams()) {
            assertThat(team.customers()).isEqualTo((int) lines.stream()
                    .filter(line -> line.segment().equals(team.segment()))
                    .count());
            for (ProposedRole role : team.roles()) {
                told = told.add(role.hoursNeeded());
                assertThat(role.hours().add(role.hoursShort()).doubleValue())
                        .isCloseTo(role.hoursNeeded().doubleValue(), within(1e-9));
                role.members().forEach(one -> given.merge(one.memberId(), one.hours(), BigDecimal::add));
            }
        }
        assertThat(told).isEqualByComparingTo(needed);
        given.forEach((member, hours) -> assertThat(hours)
                .isLessThanOrEqualTo(US.member(member).map(Member::hoursPerYear).orElseThrow()));
    }
}
