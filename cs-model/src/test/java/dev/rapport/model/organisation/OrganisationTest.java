package dev.rapport.model.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.model.problem.InvalidDocumentException;
import dev.rapport.model.shape.DocumentHeader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OrganisationTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);

    private final Organisation organisation = company().build();

    static Organisation.Builder company() {
        return Organisation.builder(DocumentHeader.of("us", "1"))
                .add(Department.of("management", "Management"))
                .add(Department.of("customer-success", "Customer success"))
                .add(new Department("support", "Support", Optional.of("tara")))
                .add(role("ceo", "management", null))
                .add(role("cro", "management", "ceo"))
                .add(role("vp", "customer-success", "cro"))
                .add(role("csm", "customer-success", "vp"))
                .add(role("agent", "support", "vp"))
                .add(member("clara", "ceo").build())
                .add(member("vera", "vp").build())
                .add(member("anna", "csm").pools(List.of("digital")).build())
                .add(member("ben", "csm")
                        .reportsTo("anna")
                        .leftOn(LocalDate.of(2026, 3, 1))
                        .build())
                .add(member("tara", "agent").reportsTo("clara").build())
                .add(new Pool("digital", "Digital", "csm"));
    }

    static Role role(String id, String department, @Nullable String reportsTo) {
        return Role.builder()
                .id(id)
                .title(id)
                .department(department)
                .reportsTo(Optional.ofNullable(reportsTo))
                .build();
    }

    static Member.Builder member(String id, String role) {
        return Member.builder()
                .id(id)
                .name("Name of " + id)
                .role(role)
                .zone(ZoneId.of("Europe/Berlin"))
                .hoursPerWeek(BigDecimal.valueOf(30))
                .hourlyCost(Money.parse("EUR 60"));
    }

    @Test
    void manager_isTheHolderOfTheRoleAbove() {
        assertThat(organisation.managerOf("anna")).map(Member::id).contains("vera");
    }

    @Test
    void manager_ofARoleThatNobodyHolds_isPassedOver() {
        assertThat(organisation.managerOf("vera")).map(Member::id).contains("clara");
    }

    @Test
    void manager_isTheOneThatIsNamed_whateverTheRoles() {
        assertThat(organisation.managerOf("tara")).map(Member::id).contains("clara");
    }

    @Test
    void line_goesUpToTheTop_whichHasNoManager() {
        assertThat(organisation.upTheLine("ben")).extracting(Member::id).containsExactly("anna", "vera", "clara");
        assertThat(organisation.upTheLine("clara")).isEmpty();
        assertThat(organisation.managerOf("nobody")).isEmpty();
    }

    @Test
    void matterOfOneWhoHasLeft_goesUpTheLine_fromTheDayAfterTheLast() {
        assertThat(organisation.inChargeFor("ben", LocalDate.of(2026, 2, 28)))
                .map(Member::id)
                .contains("ben");
        assertThat(organisation.inChargeFor("ben", LocalDate.of(2026, 3, 1)))
                .map(Member::id)
                .contains("anna");
    }

    @Test
    void roleThatNobodyHolds_isAnsweredForByTheNextUpTheLine() {
        assertThat(organisation.answerableFor("csm", TODAY))
                .extracting(Member::id)
                .containsExactly("anna");
        assertThat(organisation.answerableFor("cro", TODAY))
                .extracting(Member::id)
                .containsExactly("clara");
        assertThat(organisation.answerableFor("astronaut", TODAY)).isEmpty();
    }

    @Test
    void head_isTheOneNamed_elseWhoIsNearestToTheTop() {
        assertThat(organisation.headOf("support")).map(Member::id).contains("tara");
        assertThat(organisation.headOf("customer-success")).map(Member::id).contains("vera");
        assertThat(organisation.headOf("finance")).isEmpty();
    }

    @Test
    void pool_hasThoseWhoWorkForUs() {
        assertThat(organisation.poolMembers("digital", TODAY))
                .extracting(Member::id)
                .containsExactly("anna");
    }

    @Test
    void erasedMember_keepsAllButTheName() {
        Organisation erased = organisation.erase("anna");

        assertThat(erased.member("anna").orElseThrow().name()).isEmpty();
        assertThat(erased.member("anna").orElseThrow().hoursPerYear()).isEqualByComparingTo("1560");
        assertThat(erased.member("vera")).isEqualTo(organisation.member("vera"));
    }

    @Test
    void text_ofAMember_neverShowsNameOrCost() {
        assertThat(organisation.member("anna").orElseThrow().toString())
                .contains("anna")
                .doesNotContain("Name of", "60");
    }

    @Test
    void thirtyHoursAWeek_areOneHundredAndThirtyAMonth() {
        assertThat(organisation.member("anna").orElseThrow().hoursPerYear().doubleValue() / 12)
                .isEqualTo(130.0);
    }

    @Test
    void problems_ofTheWhole_areReportedAllAtOnce() {
        Organisation.Builder bad = company()
                .add(member("paul", "csm").reportsTo("rita").build())
                .add(member("rita", "csm").reportsTo("paul").build())
                .add(member("dora", "ceo").build())
                .add(member("anna", "pilot")
                        .hoursPerWeek(BigDecimal.valueOf(-1))
                        .build());

        assertThatThrownBy(bad::build)
                .isInstanceOfSatisfying(
                        InvalidDocumentException.class,
                        thrown -> assertThat(thrown.problems().list().stream()
                                        .map(problem -> problem.location().pointer() + " " + problem.code()))
                                .containsExactly(
                                        "/members/1/reportsTo ambiguous-manager",
                                        "/members/5/reportsTo reporting-cycle",
                                        "/members/7/reportsTo two-tops",
                                        "/members/8/hoursPerWeek negative-hours",
                                        "/members/8/id repeated-id",
                                        "/members/8/role unknown-role"));
    }

    @Test
    void managerAmongSeveralHolders_mustBeNamed() {
        assertThatThrownBy(() -> company().add(member("vito", "vp").build()).build())
                .hasMessageContaining("must say to whom \"anna\" reports: the role above is held by vera, vito");
    }

    @Test
    void organisationOfOne_isItsOwnTop() {
        Organisation one = Organisation.builder(DocumentHeader.of("one", "1"))
                .add(Department.of("all", "All"))
                .add(role("founder", "all", null))
                .add(member("ida", "founder").build())
                .build();

        assertThat(one.upTheLine("ida")).isEmpty();
        assertThat(one.headOf("all")).map(Member::id).contains("ida");
    }

    @Test
    void organisationOfNobody_isRefused() {
        assertThatThrownBy(() ->
                        Organisation.builder(DocumentHeader.of("none", "1")).build())
                .hasMessageContaining("must have at least one member");
    }
}
