package dev.rapport.engagement.scope;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.engagement.lifecycle.LifeCycle;
import dev.rapport.engagement.lifecycle.Part;
import dev.rapport.engagement.lifecycle.Stage;
import dev.rapport.model.organisation.Department;
import dev.rapport.model.organisation.Member;
import dev.rapport.model.organisation.Organisation;
import dev.rapport.model.organisation.Role;
import dev.rapport.model.problem.Problem;
import dev.rapport.model.shape.DocumentHeader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class DutiesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
    private static final LifeCycle WAY = LifeCycle.builder()
            .header(DocumentHeader.of("way", "1"))
            .addStages(Stage.builder()
                    .id("start")
                    .department("services")
                    .accountable("architect")
                    .addParts(new Part("sales", "hands over what was promised"))
                    .build())
            .addStages(Stage.builder()
                    .id("renewal")
                    .department("sales")
                    .accountable("seller")
                    .addParts(new Part("success", "shows what was reached"))
                    .build())
            .stuckFactor(1.5)
            .build();

    private static Organisation organisation() {
        Organisation.Builder organisation = Organisation.builder(DocumentHeader.of("us", "1"));
        for (String department : List.of("success", "services", "sales", "finance")) {
            organisation.add(Department.of(department, department));
        }
        return organisation
                .add(role("vp", "success", Optional.empty()))
                .add(role("architect", "services", Optional.of("vp")))
                .add(role("seller", "sales", Optional.of("vp")))
                .add(Member.builder()
                        .id("vera")
                        .name("Vera")
                        .role("vp")
                        .zone(ZoneOffset.UTC)
                        .hoursPerWeek(BigDecimal.TEN)
                        .hourlyCost(Money.of(CurrencyUnit.EUR, 100))
                        .build())
                .build();
    }

    private static Role role(String id, String department, Optional<String> above) {
        return Role.builder()
                .id(id)
                .title(id)
                .department(department)
                .reportsTo(above)
                .build();
    }

    private static ScopePolicy policy(List<String> ofStart, List<String> ofRenewals) {
        return ScopePolicy.builder()
                .header(DocumentHeader.of("scope", "1"))
                .limits(ScopeLimits.standard())
                .growthPerYear(0)
                .horizonYears(1)
                .addAreas(Area.builder()
                        .id("start")
                        .addRoles("architect")
                        .departments(ofStart)
                        .addStages("start")
                        .build())
                .addAreas(Area.builder()
                        .id("renewals")
                        .addRoles("seller")
                        .departments(ofRenewals)
                        .addStages("renewal")
                        .build())
                .addScopes(new Scope("one", "One leader.", List.of(new Leader("vp", List.of("start", "renewals")))))
                .current("one")
                .build();
    }

    private static ScopeReport report(List<String> ofStart, List<String> ofRenewals) {
        return ScopeReport.of(policy(ofStart, ofRenewals), organisation(), WAY, TODAY);
    }

    @Test
    void duties_areAreas_stages_andHelp_byDepartment() {
        assertThat(report(List.of("services"), List.of("sales", "success")).departments())
                .containsExactly(
                        DepartmentDuties.builder()
                                .department("success")
                                .addAreas("renewals")
                                .addLeaders("vp")
                                .addHelps(new StageHelp("renewal", "shows what was reached"))
                                .build(),
                        DepartmentDuties.builder()
                                .department("services")
                                .addAreas("start")
                                .addLeaders("vp")
                                .addDelivers("start")
                                .build(),
                        DepartmentDuties.builder()
                                .department("sales")
                                .addAreas("renewals")
                                .addLeaders("vp")
                                .addDelivers("renewal")
                                .addHelps(new StageHelp("start", "hands over what was promised"))
                                .build(),
                        DepartmentDuties.builder().department("finance").build());
    }

    @Test
    void departments_thatAgreeWithStagesAndRoles_areFine() {
        assertThat(report(List.of("services"), List.of("sales")).disagreements())
                .isEmpty();
        assertThat(report(List.of("services", "sales"), List.of("success", "sales"))
                        .disagreements())
                .as("a part in a stage is enough")
                .isEmpty();
    }

    @Test
    void departments_thatDoNotAgree_areFound() {
        assertThat(report(List.of("services", "finance"), List.of("success")).disagreements())
                .containsExactly(
                        new Disagreement(
                                "start",
                                "finance",
                                "finance is responsible for start, but neither delivers one of its stages nor has a role"
                                        + " or a part in it"),
                        new Disagreement(
                                "renewals",
                                "sales",
                                "sales delivers the stage renewal, but renewals is the responsibility of success"),
                        new Disagreement(
                                "renewals",
                                "sales",
                                "seller of sales does the work of renewals, which is the responsibility of success"));
    }

    @Test
    void departments_thatTheOrganisationDoesNotHave_areErrors() {
        assertThat(policy(List.of("servces"), List.of("sales"))
                        .against(organisation(), WAY)
                        .list())
                .extracting(Problem::toString)
                .singleElement()
                .asString()
                .contains("/areas/0/departments/0", "\"servces\" must be the id of a department", "services");
    }
}
