/** P4. A department as it is compared: as written, without the spaces around it; undefined when nothing is left. */
export function comparedDepartment(department: string | undefined): string | undefined {
  return department?.trim() || undefined;
}
