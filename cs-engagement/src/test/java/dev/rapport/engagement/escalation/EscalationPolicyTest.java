package dev.rapport.engagement.escalation;

import static dev.rapport.engagement.escalation.EscalatedBooks.POLICY;
import static dev.rapport.engagement.escalation.EscalatedBooks.organisation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.model.problem.InvalidDocumentException;
import dev.rapport.model.problem.Problem;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The published default, and what a policy is checked for. */
class EscalationPolicyTest {

    @Test
    void preset_isComplete() {
        Set<String> departments = new HashSet<>();
        for (Route route : POLICY.routes()) {
            departments.add(route.department());
            assertThat(route.reason()).endsWith(".");
        }
        assertThat(departments)
                .contains("customer-success", "onboarding", "sales", "engineering", "product", "finance", "support");
        assertThat(POLICY.find("use-case-not-achieved").orElseThrow().role()).isEqualTo("csm");
        assertThat(POLICY.find("expectations-not-met").orElseThrow().department())
                .isEqualTo("sales");
        assertThat(POLICY.header().description().orElseThrow())
                .contains("Preset")
                .contains("Vice President");
    }

    @Test
    void policy_isHeldAgainstTheOrganisation() {
        assertThat(POLICY.against(organisation()).list())
                .extracting(Problem::render)
                .contains(
                        "/routes/2/role: organisation has no role \"onboarding\".",
                        "/routes/6/department: organisation has no department \"product\".");
    }

    @Test
    void policy_isCheckedAsAWhole() {
        assertThatThrownBy(() -> EscalationPolicy.builder()
                        .from(POLICY)
                        .addRoutes(POLICY.routes().get(0))
                        .causeOfEscalatedTickets("suport-failure")
                        .windowDays(0)
                        .build())
                .isInstanceOfSatisfying(
                        InvalidDocumentException.class,
                        e -> assertThat(e.problems().errorCount()).isEqualTo(3))
                .hasMessageContaining("Maybe \"support-failure\"");
    }
}
