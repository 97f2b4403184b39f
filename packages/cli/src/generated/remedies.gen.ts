// Generated from the description by `pnpm generate`. Do not edit.

/** What to do about an error of Workspace, by its code. */
export const remedies: Readonly<Record<string, string>> = {
  "WKS.00211102": "Correct the parameter that error_detail names.",
  "WKS.00211302": "Ask an administrator to give the user access to Workspace in this project.",
  "WKS.00010099": "Activate Workspace in this project, or use a project in which it is active.",
  "WKS.00211902": "Check the project ID. The project must belong to the region of the endpoint.",
  "WKS.00000405": "Use GET."
};
