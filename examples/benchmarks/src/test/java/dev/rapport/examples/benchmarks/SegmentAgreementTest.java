package dev.rapport.examples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

class SegmentAgreementTest {

    private static final int SIZE = 400;

    private static int[] segments(SegmentEngines.Engine engine) {
        engine.run();
        int[] segments = new int[SIZE];
        for (int row = 0; row < SIZE; row++) {
            segments[row] = engine.segment(row);
        }
        return segments;
    }

    @Test
    void allEngines_findTheSameSegments() throws SQLException {
        List<SegmentCustomer> customers = SegmentCustomer.some(SIZE, 3);
        int[] ours = segments(SegmentEngines.rapport(customers));
        assertThat(ours).contains(-1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(segments(SegmentEngines.duckDb(customers))).isEqualTo(ours);
        assertThat(segments(SegmentEngines.drools(customers))).isEqualTo(ours);
        assertThat(segments(SegmentEngines.evrete(SegmentCustomer.some(SIZE, 3)))).isEqualTo(ours);
    }
}
