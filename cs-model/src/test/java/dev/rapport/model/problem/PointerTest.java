package dev.rapport.model.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PointerTest {

    @Test
    void pointer_isWrittenAsRfc6901Says() {
        assertThat(Pointer.ROOT).hasToString("");
        assertThat(Pointer.ROOT.child("groups").child(0).child("weight")).hasToString("/groups/0/weight");
        assertThat(Pointer.ROOT.child("a/b~c").child("").child("m~1n")).hasToString("/a~1b~0c//m~01n");
    }

    @Test
    void pointers_areEqual_ifTheirTextsAre() {
        Pointer first = Pointer.ROOT.child("a").child(0);

        assertThat(first)
                .isEqualTo(Pointer.ROOT.child("a").child(0))
                .isEqualTo(Pointer.ROOT.child("a").child("0"))
                .hasSameHashCodeAs(Pointer.ROOT.child("a").child("0"))
                .isNotEqualTo(Pointer.ROOT.child("a").child(1))
                .isNotEqualTo(Pointer.ROOT)
                .isLessThan(Pointer.ROOT.child("a").child(1));
        assertThat(Pointer.ROOT.isRoot()).isTrue();
        assertThat(first.isRoot()).isFalse();
    }

    @Test
    void negativeIndex_isRefused() {
        assertThatThrownBy(() -> Pointer.ROOT.child(-1)).hasMessage("element must be >= 0, was -1");
    }
}
