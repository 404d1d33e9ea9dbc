package dev.rapport.model.organisation;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.shape.DocumentHeader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who works for us and who reports to whom, from the CEO down: the document {@code rapport/organisation}. Immutable, and
 * consistent: every id is known, the reporting lines are one tree.
 *
 * <p>A member reports to whom the member names, else to the one who holds the role above; a role above that nobody holds
 * is passed over. {@link #upTheLine(String)} is the way a matter goes when somebody is not there.
 *
 * <pre>{@code
 * Organisation organisation = Organisation.builder(DocumentHeader.of("us", "2026-06"))
 *         .add(Department.of("customer-success", "Customer success"))
 *         .add(Role.builder().id("vp").title("VP customer success").department("customer-success").build())
 *         .add(Role.builder().id("csm").title("CSM").department("customer-success").reportsTo("vp").build())
 *         .add(Member.builder().id("vera").role("vp").zone(berlin).hoursPerWeek(BigDecimal.ZERO).build())
 *         .add(Member.builder().id("anna").role("csm").zone(berlin).hoursPerWeek(thirty).build())
 *         .build();
 * organisation.managerOf("anna"); // vera
 * }</pre>
 */
public final class Organisation {

    private final DocumentHeader header;
    private final List<Department> departments;
    private final List<Role> roles;
    private final List<Member> members;
    private final List<Pool> pools;
    private final ReportingLines lines;

    private Organisation(Builder builder) {
        this.header = builder.header;
        this.departments = List.copyOf(builder.departments);
        this.roles = List.copyOf(builder.roles);
        this.members = List.copyOf(builder.members);
        this.pools = List.copyOf(builder.pools);
        this.lines = new ReportingLines(roles, members);
    }

    /**
     * Starts an organisation.
     *
     * @param header  what the document says about itself
     * @return a builder
     */
    public static Builder builder(DocumentHeader header) {
        return new Builder(requireNonNull(header, "header"));
    }

    /**
     * What the document says about itself.
     *
     * @return the header
     */
    public DocumentHeader header() {
        return header;
    }

    /**
     * The departments.
     *
     * @return all, in their order
     */
    public List<Department> departments() {
        return departments;
    }

    /**
     * The roles.
     *
     * @return all, in their order
     */
    public List<Role> roles() {
        return roles;
    }

    /**
     * The members, those who have left included.
     *
     * @return all, in their order
     */
    public List<Member> members() {
        return members;
    }

    /**
     * The pools.
     *
     * @return all, in their order
     */
    public List<Pool> pools() {
        return pools;
    }

    /**
     * The department of an id.
     *
     * @param id  the id
     * @return the department, or empty
     */
    public Optional<Department> department(String id) {
        return departments.stream()
                .filter(department -> department.id().equals(id))
                .findFirst();
    }

    /**
     * The role of an id.
     *
     * @param id  the id
     * @return the role, or empty
     */
    public Optional<Role> role(String id) {
        return lines.role(id);
    }

    /**
     * The member of an id.
     *
     * @param id  the id
     * @return the member, or empty
     */
    public Optional<Member> member(String id) {
        return lines.member(id);
    }

    /**
     * The pool of an id.
     *
     * @param id  the id
     * @return the pool, or empty
     */
    public Optional<Pool> pool(String id) {
        return pools.stream().filter(pool -> pool.id().equals(id)).findFirst();
    }

    /**
     * The department of a member.
     *
     * @param member  a member of this organisation
     * @return the id of the department: the member's own, else that of the role
     */
    public String departmentOf(Member member) {
        return member.department()
                .orElseGet(() -> role(member.role()).orElseThrow().department());
    }

    /**
     * To whom a member reports.
     *
     * @param memberId  the id of a member
     * @return the manager, empty at the top and for an id that is not known
     */
    public Optional<Member> managerOf(String memberId) {
        return member(memberId).flatMap(lines::managerOf).flatMap(this::member);
    }

    /**
     * The way up from a member.
     *
     * @param memberId  the id of a member
     * @return the manager, the manager's manager and so on to the top; empty for an id that is not known
     */
    public List<Member> upTheLine(String memberId) {
        List<Member> line = new ArrayList<>();
        Optional<Member> next = managerOf(memberId);
        while (next.isPresent()) {
            line.add(next.get());
            next = managerOf(next.get().id());
        }
        return List.copyOf(line);
    }

    /**
     * Who reports to a member directly.
     *
     * @param memberId  the id of a member
     * @return the members, in their order
     */
    public List<Member> reportsOf(String memberId) {
        return members.stream()
                .filter(member ->
                        lines.managerOf(member).filter(memberId::equals).isPresent())
                .toList();
    }

    /**
     * Who takes a matter of a member on a day: the member, else the first up the line who works for us then.
     *
     * @param memberId  the id of a member
     * @param date  the day
     * @return the one in charge, empty if nobody is or the id is not known
     */
    public Optional<Member> inChargeFor(String memberId, LocalDate date) {
        return member(memberId).flatMap(member -> {
            List<Member> line = new ArrayList<>(List.of(member));
            line.addAll(upTheLine(memberId));
            return line.stream().filter(candidate -> candidate.isActiveOn(date)).findFirst();
        });
    }

    /**
     * Who holds a role on a day.
     *
     * @param roleId  the id of a role
     * @param date  the day
     * @return the members who work for us then, in their order
     */
    public List<Member> holders(String roleId, LocalDate date) {
        return members.stream()
                .filter(member -> member.role().equals(roleId) && member.isActiveOn(date))
                .toList();
    }

    /**
     * Who answers for a role on a day: those who hold it, else those who hold the next role up the line that anybody
     * holds.
     *
     * @param roleId  the id of a role
     * @param date  the day
     * @return the members in their order; empty if nobody up to the top works for us then, or the id is not known
     */
    public List<Member> answerableFor(String roleId, LocalDate date) {
        Optional<String> role = role(roleId).map(Role::id);
        while (role.isPresent()) {
            List<Member> found = holders(role.get(), date);
            if (!found.isEmpty()) {
                return found;
            }
            role = lines.above(role.get());
        }
        return List.of();
    }

    /**
     * Who answers for a department: the head it names, else the one of its members who is nearest to the top, the first
     * in {@link #members()} of several. Those who have left or are leaving do not count, unless named.
     *
     * @param departmentId  the id of a department
     * @return the head, empty if the department has no member or is not known
     */
    public Optional<Member> headOf(String departmentId) {
        return department(departmentId)
                .flatMap(department -> department
                        .head()
                        .flatMap(this::member)
                        .or(() -> members.stream()
                                .filter(member -> departmentOf(member).equals(departmentId)
                                        && member.leftOn().isEmpty())
                                .min(Comparator.comparingInt(
                                        member -> upTheLine(member.id()).size()))));
    }

    /**
     * Who is in a pool on a day.
     *
     * @param poolId  the id of a pool
     * @param date  the day
     * @return the members who work for us then, in their order
     */
    public List<Member> poolMembers(String poolId, LocalDate date) {
        return members.stream()
                .filter(member -> member.pools().contains(poolId) && member.isActiveOn(date))
                .toList();
    }

    /**
     * Erases what tells who a member is. The id stays: it is what everything else refers to.
     *
     * @param memberId  the id of a member
     * @return the organisation without the member's name
     */
    public Organisation erase(String memberId) {
        Builder copy = new Builder(header);
        departments.forEach(copy::add);
        roles.forEach(copy::add);
        pools.forEach(copy::add);
        members.forEach(member -> copy.add(
                member.id().equals(memberId)
                        ? Member.builder().from(member).name(Optional.empty()).build()
                        : member));
        return copy.build();
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof Organisation other
                && header.equals(other.header)
                && departments.equals(other.departments)
                && roles.equals(other.roles)
                && members.equals(other.members)
                && pools.equals(other.pools);
    }

    @Override
    public int hashCode() {
        return 31 * header.hashCode() + members.hashCode();
    }

    /** Id, revision and how many members there are; never their names. */
    @Override
    public String toString() {
        return header + ", " + members.size() + " members";
    }

    /** Fills an organisation. Not for use by several threads. */
    public static final class Builder {

        private final DocumentHeader header;
        private final List<Department> departments = new ArrayList<>();
        private final List<Role> roles = new ArrayList<>();
        private final List<Member> members = new ArrayList<>();
        private final List<Pool> pools = new ArrayList<>();

        private Builder(DocumentHeader header) {
            this.header = header;
        }

        /**
         * Adds a department.
         *
         * @param department  the department
         * @return this builder
         */
        public Builder add(Department department) {
            departments.add(requireNonNull(department, "department"));
            return this;
        }

        /**
         * Adds a role.
         *
         * @param role  the role
         * @return this builder
         */
        public Builder add(Role role) {
            roles.add(requireNonNull(role, "role"));
            return this;
        }

        /**
         * Adds a member.
         *
         * @param member  the member
         * @return this builder
         */
        public Builder add(Member member) {
            members.add(requireNonNull(member, "member"));
            return this;
        }

        /**
         * Adds a pool.
         *
         * @param pool  the pool
         * @return this builder
         */
        public Builder add(Pool pool) {
            pools.add(requireNonNull(pool, "pool"));
            return this;
        }

        /**
         * Makes the organisation.
         *
         * @return the organisation
         * @throws dev.rapport.model.problem.InvalidDocumentException with all that is wrong, each at its place in the
         *     document
         */
        public Organisation build() {
            new OrganisationCheck(departments, roles, members, pools).run().orThrow();
            return new Organisation(this);
        }
    }
}
