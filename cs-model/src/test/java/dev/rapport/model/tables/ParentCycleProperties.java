package dev.rapport.model.tables;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.customer.CustomerAttributes;
import dev.rapport.model.time.AsOf;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Against an oracle that looks at every day. */
class ParentCycleProperties {

    private static final int DAYS = 8;
    private static final LocalDate START = LocalDate.of(2025, 1, 1);

    @Property(tries = 400)
    void noCycleIsLeft_andWithoutAnyAllParentsStay(@ForAll long seed) {
        Random random = new Random(seed);
        int size = 2 + random.nextInt(4);
        List<String> lines = new ArrayList<>();
        Set<String> times = new HashSet<>();
        for (int i = 0; i < size; i++) {
            lines.add("c" + i + "," + START + "," + START + ",,");
            times.add("c" + i + START);
        }
        for (int i = 0; i < 2 * size; i++) {
            int child = random.nextInt(size);
            LocalDate from = START.plusDays(random.nextInt(DAYS));
            if (times.add("c" + child + from)) {
                lines.add("c" + child + "," + START + "," + from + ",c" + random.nextInt(size) + ",");
            }
        }
        BookReading with =
                new Folder().file("customers.csv", table("parent", lines)).read();
        BookReading without =
                new Folder().file("customers.csv", table("region", lines)).read();
        Set<String> guilty = new HashSet<>();
        for (int day = 0; day < DAYS; day++) {
            guilty.addAll(edgesOnCycles(parents(without, day, false)));
        }
        for (int day = 0; day < DAYS; day++) {
            Map<String, String> left = parents(with, day, true);
            assertThat(edgesOnCycles(left)).isEmpty();
            Map<String, String> stated = parents(without, day, false);
            if (guilty.isEmpty()) {
                assertThat(left).isEqualTo(stated);
            }
        }
        assertThat(with.warnings().isEmpty()).isEqualTo(guilty.isEmpty());
    }

    @Property(tries = 200)
    void noCycleThatIsRecordedLater_changesWhoWasAParent(@ForAll long seed) {
        Random random = new Random(seed);
        int size = 2 + random.nextInt(4);
        String header = "id,since,valid-from,recorded-at,parent";
        List<String> lines = new ArrayList<>(List.of(header));
        for (int i = 0; i < size; i++) {
            lines.add("c" + i + "," + START + "," + START + "," + START + ",");
        }
        for (int day = 1; day <= DAYS; day++) {
            LocalDate from = START.plusDays(random.nextInt(DAYS));
            lines.add("c" + random.nextInt(size) + "," + START + "," + from + "," + START.plusDays(day) + ",c"
                    + random.nextInt(size));
        }
        BookReading all =
                new Folder().file("customers.csv", lines.toArray(new String[0])).read();
        for (int day = 0; day <= DAYS; day++) {
            List<String> known = lines.subList(0, 1 + size + day);
            BookReading then = new Folder()
                    .file("customers.csv", known.toArray(new String[0]))
                    .read();
            AsOf end = AsOf.endOf(START.plusDays(DAYS), ZoneId.of("Europe/Berlin"))
                    .knownAt(AsOf.endOf(START.plusDays(day), ZoneId.of("Europe/Berlin"))
                            .knownAt());
            assertThat(parents(all, end)).as("known on day %d", day).isEqualTo(parents(then, end));
        }
    }

    private static Map<String, String> parents(BookReading reading, AsOf asOf) {
        Map<String, String> parents = new HashMap<>();
        for (CustomerView view : reading.facts(List.of()).asOf(asOf).customers()) {
            view.find(CustomerAttributes.PARENT).ifPresent(parent -> parents.put(view.customerId(), parent));
        }
        return parents;
    }

    private static String[] table(String column, List<String> lines) {
        List<String> table = new ArrayList<>();
        table.add("id,since,valid-from," + column + ",city");
        table.addAll(lines);
        return table.toArray(new String[0]);
    }

    private static Map<String, String> parents(BookReading reading, int day, boolean isParent) {
        Map<String, String> parents = new HashMap<>();
        for (CustomerView view :
                reading.facts(List.of()).asOf(START.plusDays(day)).customers()) {
            view.find(isParent ? CustomerAttributes.PARENT : CustomerAttributes.REGION)
                    .ifPresent(parent -> parents.put(view.customerId(), parent));
        }
        return parents;
    }

    private static Set<String> edgesOnCycles(Map<String, String> parents) {
        Set<String> edges = new HashSet<>();
        for (String start : parents.keySet()) {
            String id = start;
            for (int i = 0; i <= parents.size() && id != null; i++) {
                id = parents.get(id);
                if (start.equals(id)) {
                    edges.add(start + ">" + parents.get(start));
                }
            }
        }
        return edges;
    }
}
