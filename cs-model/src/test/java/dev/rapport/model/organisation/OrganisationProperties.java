package dev.rapport.model.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.model.json.JsonInput;
import dev.rapport.model.organisation.json.OrganisationDocument;
import dev.rapport.model.problem.InvalidDocumentException;
import dev.rapport.model.shape.DocumentHeader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Random trees of people, each reporting to one who was there before. */
class OrganisationProperties {

    @Property(tries = 200)
    void randomTree_hasTheLinesItWasMadeOf(@ForAll @IntRange(min = 1, max = 40) int size, @ForAll long seed) {
        Map<String, String> managers = tree(size, new Random(seed));
        Organisation organisation = organisation(managers, new Random(seed + 1));

        for (String id : managers.keySet()) {
            List<String> expected = new ArrayList<>();
            for (String at = managerOf(managers, id); !at.isEmpty(); at = managerOf(managers, at)) {
                expected.add(at);
            }
            assertThat(organisation.upTheLine(id)).extracting(Member::id).isEqualTo(expected);
            assertThat(organisation.reportsOf(id))
                    .extracting(Member::id)
                    .containsExactlyInAnyOrderElementsOf(managers.keySet().stream()
                            .filter(other -> managerOf(managers, other).equals(id))
                            .toList());
        }
    }

    @Property(tries = 200)
    void closedCircle_isFound_withEveryoneInIt(@ForAll @IntRange(min = 2, max = 40) int size, @ForAll long seed) {
        Random random = new Random(seed);
        Map<String, String> managers = tree(size, random);
        String bottom = "m" + (1 + random.nextInt(size - 1));
        List<String> line = new ArrayList<>(List.of(bottom));
        for (String at = managerOf(managers, bottom); !at.isEmpty(); at = managerOf(managers, at)) {
            line.add(at);
        }
        int end = 1 + random.nextInt(line.size() - 1);
        String top = line.get(end);
        managers.put(top, bottom);

        assertThatThrownBy(() -> organisation(managers, random))
                .isInstanceOfSatisfying(InvalidDocumentException.class, thrown -> {
                    List<String> cycles = thrown.problems().list().stream()
                            .filter(problem -> problem.code().equals("reporting-cycle"))
                            .map(problem -> problem.message())
                            .toList();
                    assertThat(cycles).hasSize(1);
                    String path = cycles.get(0).substring(cycles.get(0).indexOf(", was ") + 6);
                    List<String> found = List.of(path.split(" -> ", -1));
                    assertThat(found.subList(1, found.size()))
                            .containsExactlyInAnyOrderElementsOf(line.subList(0, end + 1));
                    assertThat(found.get(0)).isEqualTo(found.get(found.size() - 1));
                });
    }

    @Property(tries = 50)
    void whatIsWritten_isReadBackEqual(@ForAll @IntRange(min = 1, max = 20) int size, @ForAll long seed) {
        Organisation organisation = organisation(tree(size, new Random(seed)), new Random(seed));

        String json = OrganisationDocument.KIND.toJson(organisation);

        assertThat(OrganisationDocument.KIND
                        .read(JsonInput.text("random", json))
                        .orThrow())
                .isEqualTo(organisation);
    }

    private static Map<String, String> tree(int size, Random random) {
        Map<String, String> managers = new HashMap<>();
        managers.put("m0", "");
        for (int i = 1; i < size; i++) {
            managers.put("m" + i, "m" + random.nextInt(i));
        }
        return managers;
    }

    private static Organisation organisation(Map<String, String> managers, Random random) {
        List<String> ids = new ArrayList<>(managers.keySet());
        Collections.sort(ids);
        Collections.shuffle(ids, random);
        Organisation.Builder builder = Organisation.builder(DocumentHeader.of("random", "1"))
                .add(Department.of("all", "All"))
                .add(OrganisationTest.role("any", "all", null));
        for (String id : ids) {
            Member.Builder member = OrganisationTest.member(id, "any");
            if (!managerOf(managers, id).isEmpty()) {
                member.reportsTo(managerOf(managers, id));
            }
            builder.add(member.build());
        }
        return builder.build();
    }

    private static String managerOf(Map<String, String> managers, String id) {
        return managers.getOrDefault(id, "");
    }
}
