package dev.rapport.model.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.model.json.JsonInput;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DocumentHeaderTest {

    private static final DocumentKind<DocumentHeader> KIND =
            DocumentKind.of("note", 1, header -> header, fields -> (header, in) -> header);

    private static final DocumentHeader FULL = DocumentHeader.of("health", "1")
            .withRevision("2")
            .withDescription("Our health score")
            .withProposedBy("Ada")
            .withApprovedBy("Grace")
            .withApprovedOn(LocalDate.of(2026, 3, 30))
            .withEffectiveFrom(LocalDate.of(2026, 4, 1))
            .withSimulation("simulations/2026-03-30.json");

    @Test
    void header_isWrittenFirst_andReadBack() {
        String json = KIND.toJson(FULL);

        assertThat(json).isEqualTo("""
                        {
                          "format": "rapport/note",
                          "version": 1,
                          "id": "health",
                          "revision": "2",
                          "description": "Our health score",
                          "proposedBy": "Ada",
                          "approvedBy": "Grace",
                          "approvedOn": "2026-03-30",
                          "effectiveFrom": "2026-04-01",
                          "simulation": "simulations/2026-03-30.json"
                        }
                        """);
        assertThat(KIND.read(JsonInput.text("", json)).orThrow())
                .isEqualTo(FULL)
                .hasSameHashCodeAs(FULL);
    }

    @Test
    void header_needsOnlyIdAndRevision() {
        DocumentHeader header = DocumentHeader.of("health", "2");

        assertThat(KIND.read(JsonInput.text("", KIND.toJson(header))).orThrow())
                .isEqualTo(header)
                .isNotEqualTo(FULL);
        assertThat(header).hasToString("health 2");
        assertThat(header.proposedBy()).isEmpty();
    }

    @Test
    void versionBelowOne_isRefused() {
        assertThatThrownBy(() ->
                        DocumentKind.<DocumentHeader>of("note", 0, header -> header, fields -> (header, in) -> header))
                .hasMessage("version must be >= 1, was 0");
    }
}
