package dev.rapport.examples.coveragestudy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.engagement.allocation.Allocation;
import dev.rapport.engagement.allocation.Allocator;
import dev.rapport.engagement.allocation.StopCondition;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Public instances of the generalised assignment problem, with the best values known, all of them proven by others. */
@Tag("validation")
class GapValidationTest {

    private static final String DATA = System.getProperty("validation.data", "");

    /** Some four seconds for the large ones. */
    private static final long STEPS = 300_000_000L;

    private static final Map<String, Allocation> SOLVED = new HashMap<>();

    @BeforeEach
    void dataIsGiven() {
        Assumptions.assumeTrue(Files.isDirectory(Path.of(DATA, "gap")), "-Dvalidation.data=DIR is not given");
    }

    private static Allocation solved(String name) {
        return SOLVED.computeIfAbsent(
                name,
                absent -> new Allocator(1)
                        .allocate(GapInstance.read(Path.of(DATA, "gap", name)).problem(), StopCondition.steps(STEPS)));
    }

    @ParameterizedTest
    @CsvSource({"gap1-0, 261", "gap5-2, 383", "gap9-1, 476", "gap12-3, 954"})
    void smallInstances_areSolved_andProvenSo(String name, double best) {
        Allocation answer = solved(name);

        assertThat(answer.objective()).isEqualTo(best);
        assertThat(answer.isOptimal()).isTrue();
    }

    /**
     * scipy 1.10, {@code linprog(costs, A_ub=usage by agent, b_ub=capacities, A_eq=each item once, b_eq=1,
     * method="highs").fun}.
     */
    @ParameterizedTest
    @CsvSource({
        "c10400, 5591.1038789055965",
        "d10400, 24955.99481590516",
        "e10400, 45739.20722222222",
        "e20400, 44861.76164021164",
        "gap1-0, 254.35771655880347",
        "gap12-3, 946.9024827272766"
    })
    void bound_isNotAThousandthBelowThatOfTheLinearRelaxation(String name, double relaxed) {
        assertThat(solved(name).bound()).isGreaterThanOrEqualTo(0.999 * relaxed);
    }

    @ParameterizedTest
    @CsvSource({"c10400, 5597", "d10400, 24961", "e10400, 45746", "e20400, 44877"})
    void largeInstances_areWithinHalfAPercent_andTheBoundIsNotAboveTheBest(String name, double best) {
        Allocation answer = solved(name);

        assertThat(answer.objective()).isBetween(best, 1.005 * best);
        assertThat(answer.bound()).isBetween(0.999 * best, best);
    }
}
