package dev.rapport.model.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LocationTest {

    @Test
    void location_rendersTheKnownParts() {
        Location file = Location.of("facts.csv");

        assertThat(file).hasToString("facts.csv");
        assertThat(file.at(17, 0)).hasToString("facts.csv:17");
        assertThat(file.at(17, 3)).hasToString("facts.csv:17:3");
        assertThat(file.child("a").at(17, 3)).hasToString("facts.csv:17:3 /a");
        assertThat(Location.NONE.at(17, 3).child("a")).hasToString("17:3 /a");
        assertThat(Location.NONE.child("a")).hasToString("/a");
        assertThat(Location.NONE).hasToString("");
    }

    @Test
    void invisibleCharacters_areShown() {
        assertThat(Location.of("a\u202Ejson").child("\u0000").at(1, 1)).hasToString("a\\u202ejson:1:1 /\\u0000");
    }

    @Test
    void longPointer_isCut() {
        assertThat(Location.NONE.child("a".repeat(1000))).hasToString("/" + "a".repeat(299) + "...");
    }

    @Test
    void columnWithoutLine_isRefused() {
        assertThatThrownBy(() -> new Position(0, 1)).hasMessageContaining("was 1 in line 0");
        assertThatThrownBy(() -> new Position(-1, 0)).hasMessage("line must be >= 0, was -1");
        assertThatThrownBy(() -> new Position(1, -1)).hasMessageContaining("was -1 in line 1");
    }
}
