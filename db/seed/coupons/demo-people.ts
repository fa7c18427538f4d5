import { joinedAt } from "../demo-contacts";

/** Who uses what: nobody before they joined, and of memberships nobody two. */
export class DemoPeople {
  private readonly members = new Set<string>();
  private readonly uses = new Map<string, number>();

  constructor(
    /** The oldest first. */
    private readonly contactIds: string[],
    private readonly now: Date,
    private readonly random: () => number,
  ) {}

  /** Somebody who had joined by then, and `isNew` lately. */
  choose(at: Date, offerId: string, { isMembership, isNew, usesMax }: Wish): string {
    const count = this.joinedBy(at);
    for (;;) {
      const reach = isNew ? Math.min(count, 160) : count;
      const contactId = this.contactIds[count - 1 - Math.floor(this.random() * reach)] ?? "";
      if (this.take(contactId, offerId, { isMembership, usesMax })) return contactId;
    }
  }

  take(contactId: string, offerId: string, { isMembership, usesMax }: Omit<Wish, "isNew">): boolean {
    const key = `${offerId} ${contactId}`;
    const used = this.uses.get(key) ?? 0;
    if (used >= usesMax || (isMembership && this.members.has(contactId))) return false;
    this.uses.set(key, used + 1);
    if (isMembership) this.members.add(contactId);
    return true;
  }

  /** Of this use among the person's uses of the offer. */
  ordinal(contactId: string, offerId: string): number {
    return this.uses.get(`${offerId} ${contactId}`) ?? 1;
  }

  private joinedBy(at: Date): number {
    let [low, high] = [0, this.contactIds.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (joinedAt(middle, this.now) < at) low = middle + 1;
      else high = middle;
    }
    return Math.max(low, 1);
  }
}

type Wish = { isMembership: boolean; isNew?: boolean; usesMax: number };
