package dev.rapport.engagement.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.engagement.coverage.AssignmentPolicy;
import dev.rapport.engagement.plan.Planner;
import dev.rapport.model.derived.StandardAttributes;
import dev.rapport.model.json.JsonInput;
import dev.rapport.model.organisation.Department;
import dev.rapport.model.organisation.Member;
import dev.rapport.model.organisation.Organisation;
import dev.rapport.model.organisation.Role;
import dev.rapport.model.shape.DocumentHeader;
import dev.rapport.model.shape.DocumentKind;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class AssignmentDocumentTest {

    private static final DocumentKind<AssignmentPolicy> KIND =
            AssignmentDocument.over(List.of(StandardAttributes.DECISION_NEXT_DAYS, Planner.SEGMENT));

    private static String example() throws IOException {
        String formats = Files.readString(Path.of("..", "docs", "formats.md"));
        String begin = "<!-- assignment -->\n```json\n";
        int from = formats.indexOf(begin) + begin.length();
        return formats.substring(from, formats.indexOf("```", from));
    }

    @Test
    void preset_survivesTheRoundTrip() {
        String written = KIND.toJson(AssignmentPolicy.standard());

        AssignmentPolicy read = KIND.read(JsonInput.text("written", written)).orThrow();
        assertThat(KIND.toJson(read)).isEqualTo(written);
        assertThat(read.handOver()).hasSize(2);
    }

    @Test
    void example_ofTheFormats_isRead_andSurvivesTheRoundTrip() throws IOException {
        AssignmentPolicy read =
                KIND.read(JsonInput.text("formats.md", example())).orThrow();

        assertThat(read.mostMoves()).hasValue(12);
        assertThat(read.periodDays()).isEqualTo(90);
        assertThat(KIND.toJson(
                        KIND.read(JsonInput.text("written", KIND.toJson(read))).orThrow()))
                .isEqualTo(KIND.toJson(read));
    }

    @Test
    void whoDoesNotWorkForUs_isRefused() throws IOException {
        Organisation us = Organisation.builder(DocumentHeader.of("us", "1"))
                .add(Department.of("cs", "Customer success"))
                .add(Role.builder().id("csm").title("CSM").department("cs").build())
                .add(Member.builder()
                        .id("csm-nils")
                        .role("csm")
                        .team("strategy")
                        .zone(ZoneOffset.UTC)
                        .hoursPerWeek(BigDecimal.TEN)
                        .build())
                .build();

        String problems = AssignmentDocument.over(List.of(StandardAttributes.DECISION_NEXT_DAYS, Planner.SEGMENT), us)
                .read(JsonInput.text("assignment.json", example().replace("csm-nils\"", "csm-nil\"")))
                .problems()
                .render();

        assertThat(problems)
                .contains("/rules/0/teams/0: \"strategic\" must be a team of a member", "Maybe \"strategy\"")
                .contains("/absences/0/member: \"csm-nil\" must be the id of a member", "Maybe \"csm-nils\"")
                .doesNotContain("/rules/0/roles");
    }
}
