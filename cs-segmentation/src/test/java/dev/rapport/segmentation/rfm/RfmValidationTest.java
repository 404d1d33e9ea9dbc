package dev.rapport.segmentation.rfm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rapport.segmentation.tier.Breaks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The 4,906 orders of R's package rfm, as of 2006-12-31 (R: {@code rfm_table_order(rfm_data_orders, customer_id, order_date,
 * revenue, as.Date("2006-12-31"))}), and the wholesale customers of the UCI (R: {@code classIntervals(fresh, 4, "fisher")}). The
 * data is not in the repository: {@code -Dvalidation.data} names its folder, as an absolute path.
 */
@Tag("validation")
class RfmValidationTest {

    private static List<String> lines(String folder, String name) throws IOException {
        String given = System.getProperty("validation.data", "");
        assumeTrue(!given.isBlank(), "-Dvalidation.data does not name the folder of the public data");
        Path file = Path.of(given).resolve(folder).resolve(name);
        assumeTrue(Files.isRegularFile(file), file.toAbsolutePath() + " is no file");
        List<String> lines = Files.readAllLines(file);
        return lines.subList(1, lines.size());
    }

    private static double[] column(Collection<double[]> customers, int column) {
        return customers.stream().mapToDouble(customer -> customer[column]).toArray();
    }

    @Test
    void quintilesAndCells_areThoseOfR() throws IOException {
        LocalDate asOf = LocalDate.of(2006, 12, 31);
        Map<String, double[]> customers = new HashMap<>();
        for (String line : lines("rfm", "rfm_data_orders.csv")) {
            String[] cells = line.replace("\"", "").split(",", -1);
            double[] customer =
                    customers.computeIfAbsent(cells[0], id -> new double[] {Double.POSITIVE_INFINITY, 0, 0});
            customer[0] = Math.min(customer[0], (double) ChronoUnit.DAYS.between(LocalDate.parse(cells[1]), asOf));
            customer[1]++;
            customer[2] += Double.parseDouble(cells[2]);
        }
        assertThat(customers).hasSize(995);
        RfmCuts cuts = RfmCuts.quintiles(
                column(customers.values(), 0), column(customers.values(), 1), column(customers.values(), 2));
        assertThat(cuts.recency()).containsExactly(115.0, 181.0, 297.4, 482.0);
        assertThat(cuts.frequency()).containsExactly(4.0, 5.0, 6.0, 8.0);
        assertThat(cuts.monetary()).containsExactly(255.8, 382.0, 506.4, 666.0);
        Map<Integer, Integer> cells = new HashMap<>();
        customers
                .values()
                .forEach(one -> cells.merge(
                        100 * cuts.recencyScore(one[0]) + 10 * cuts.frequencyScore(one[1]) + cuts.monetaryScore(one[2]),
                        1,
                        Integer::sum));
        assertThat(cells).containsEntry(111, 75).containsEntry(555, 35).containsEntry(455, 32);
    }

    @Test
    void naturalBreaksOfFresh_areFishers() throws IOException {
        double[] fresh = lines("wholesale", "wholesale_customers.csv").stream()
                .mapToDouble(line -> Double.parseDouble(line.split(",", -1)[0]))
                .toArray();
        Breaks breaks = Breaks.natural(fresh, 4);
        assertThat(breaks.values()).containsExactly(3.0, 10075.5, 24339.0, 51134.0, 112151.0);
        assertThat(breaks.goodness()).isCloseTo(.8687381, within(1e-7));
    }
}
