namespace LossGen;

public static partial class VectorMath
{
    private static class ErfDouble
    {
        // erf x is a half at 0.4769362762, and 1 - erf x less than half the smallest subnormal at 28.
        public const double Half = 0.4769362762;
        public const double Negligible = 28.0;

        // erf(x) = x·(C0 + C1·x² + … + C9·x¹⁸) up to a half, found by interpolation in Chebyshev's points with 70 digits. C0 is 2/√π. Error 2^-57.
        public const double C0 = 1.1283791670955126;
        public const double C0Low = 1.532587172510348e-17;
        public const double C1 = -0.37612638903183754;
        public const double C2 = 0.11283791670955004;
        public const double C3 = -0.02686617064506245;
        public const double C4 = 0.005223977623474427;
        public const double C5 = -0.0008548326699976726;
        public const double C6 = 0.00012055300574799443;
        public const double C7 = -1.4923637201067216e-05;
        public const double C8 = 1.638626041935303e-06;
        public const double C9 = -1.4768936493609647e-07;
    }

    private static class ErfcScaledDouble
    {
        // (1 + 2a)·exp(a²)·erfc(a) = C0 + C1·t + … + C25·t²⁵, found by interpolation in Chebyshev's points with 70 digits. Error 2^-56.
        public const double C0 = 1.2329951186255526;
        public const double C0Low = -4.49117030140039e-17;
        public const double C1 = -0.1396211168405625;
        public const double C2 = 0.01537965210261959;
        public const double C3 = 0.0680970542546913;
        public const double C4 = -0.1010390660362999;
        public const double C5 = 0.0937328349984105;
        public const double C6 = -0.06633036581219905;
        public const double C7 = 0.03716751553632399;
        public const double C8 = -0.01619773405968329;
        public const double C9 = 0.0050319699895242515;
        public const double C10 = -0.000757773262030915;
        public const double C11 = -0.00019925676026410458;
        public const double C12 = 0.00015062149237837335;
        public const double C13 = -2.43989944557621e-05;
        public const double C14 = -1.1221292615314274e-05;
        public const double C15 = 5.709314113532492e-06;
        public const double C16 = 2.9198219084548256e-07;
        public const double C17 = -8.25078338681245e-07;
        public const double C18 = 7.74606863568198e-08;
        public const double C19 = 1.1025271999000152e-07;
        public const double C20 = -2.05545313698593e-08;
        public const double C21 = -1.4806988146925795e-08;
        public const double C22 = 3.1672611119361695e-09;
        public const double C23 = 1.825695118953907e-09;
        public const double C24 = -2.655726616312575e-10;
        public const double C25 = -1.4311318470928162e-10;
    }

    private static class NormalDouble
    {
        // Φ is a quarter at -0.6744897502 and three quarters at 0.6744897502.
        public const double Quarter = 0.6744897502;

        // exp(-x²/2) is less than half the smallest subnormal at 39. From 1e100 on x²/2 is all there is of the logarithm.
        public const double Negligible = 39.0;
        public const double Huge = 1e100;

        // √½ and 1/√(2π), each as a double and what that leaves out.
        public const double RootOfHalf = 0.7071067811865476;
        public const double RootOfHalfLow = -4.833646656726457e-17;
        public const double Density = 0.3989422804014327;
        public const double DensityLow = -2.49232720227773e-17;
    }
}
