namespace LossGen;

public static partial class VectorMath
{
    private static class LogGammaDouble
    {
        // 2^-60: of a smaller argument the logarithm is -log |x|.
        public const double Tiny = 8.673617379884035e-19;

        public const double HalfLogTwoPi = 0.9189385332046728;
        public const double HalfLogTwoPiLow = -3.8782941580672414e-17;
        public const double LogPi = 1.1447298858494002;
        public const double LogPiLow = 1.0265951162707826e-17;

        // log Γ(3/2 + t) = (t + ½)·(t - ½)·(G0 + G1·t + … + G22·t²²) on |t| <= ½, found by interpolation in Chebyshev's points with 70 digits. Error 2^-57.
        public const double G0 = 0.4831289505409809;
        public const double G0Low = 1.6718818997178506e-17;
        public const double G1 = -0.14595989591430608;
        public const double G2 = 0.06291140107456494;
        public const double G3 = -0.031308487501009494;
        public const double G4 = 0.016797098631185916;
        public const double G5 = -0.009425622448625905;
        public const double G6 = 0.005446457844650585;
        public const double G7 = -0.003212074069736748;
        public const double G8 = 0.0019229161355079497;
        public const double G9 = -0.0011644146716071257;
        public const double G10 = 0.0007115223848906008;
        public const double G11 = -0.00043799193485690124;
        public const double G12 = 0.00027127505354773154;
        public const double G13 = -0.00016892719402703723;
        public const double G14 = 0.00010564474884131882;
        public const double G15 = -6.609271409301556e-05;
        public const double G16 = 4.1635136148902716e-05;
        public const double G17 = -2.7356444761067124e-05;
        public const double G18 = 1.734263784459851e-05;
        public const double G19 = -8.07952925042159e-06;
        public const double G20 = 5.129828644815147e-06;
        public const double G21 = -7.970873319492813e-06;
        public const double G22 = 5.1046182161001864e-06;

        // log Γ(x) = (x - ½)·log x - x + ½·log 2π + (S0 + S1·z + … + S10·z¹⁰)/x with z = 1/x² up to 1/16, found in the same way. Error 2^-60.
        public const double S0 = 0.08333333333333333;
        public const double S1 = -0.0027777777777770007;
        public const double S2 = 0.0007936507931476311;
        public const double S3 = -0.0005952379667981216;
        public const double S4 = 0.0008417338075277033;
        public const double S5 = -0.0019161853098188927;
        public const double S6 = 0.00634259636792375;
        public const double S7 = -0.027260833476075257;
        public const double S8 = 0.12576373504392327;
        public const double S9 = -0.4716172505351697;
        public const double S10 = 0.9481136930893833;
    }

    private static class HalfTurnDouble
    {
        // sin(πx) = x·(P0 + P1·x² + … + P10·x²⁰) on |x| <= ½, found by interpolation in Chebyshev's points with 70 digits. P0 is π. Error 2^-60.
        public const double P0 = 3.141592653589793;
        public const double P0Low = 1.2246467874567524e-16;
        public const double P1 = -5.16771278004997;
        public const double P1Low = 2.26657359927343e-16;
        public const double P2 = 2.5501640398773455;
        public const double P3 = -0.5992645293207921;
        public const double P4 = 0.08214588661112787;
        public const double P5 = -0.007370430945707596;
        public const double P6 = 0.0004663028056889684;
        public const double P7 = -2.191535285969446e-05;
        public const double P8 = 7.952025736213849e-07;
        public const double P9 = -2.293998713586946e-08;
        public const double P10 = 5.249879114060463e-10;
    }

    private static class DigammaDouble
    {
        // 2^-60: of a smaller argument -1/x is all there is.
        public const double Tiny = 8.673617379884035e-19;

        // The positive zero of ψ, less 1.
        public const double Zero = 0.46163214496836236;
        public const double ZeroLow = -1.5522348162858677e-17;

        // ψ(3/2 + t) = (t + ½ - Zero)·(H0 + H1·t + … + H23·t²³) on |t| <= ½, found by interpolation in Chebyshev's points with 70 digits. Error 2^-55.
        public const double H0 = 0.9510558760318328;
        public const double H0Low = 4.292118102788199e-17;
        public const double H1 = -0.42362742128146047;
        public const double H2 = 0.24054248424078736;
        public const double H3 = -0.14840492305391761;
        public const double H4 = 0.09498872445283;
        public const double H5 = -0.06192213327165706;
        public const double H6 = 0.04076083394462657;
        public const double H7 = -0.02697579684427536;
        public const double H8 = 0.017907248195969127;
        public const double H9 = -0.011908215172584002;
        public const double H10 = 0.007927024067961237;
        public const double H11 = -0.00528001782089874;
        public const double H12 = 0.0035180800751066694;
        public const double H13 = -0.002344650082351321;
        public const double H14 = 0.0015635679757533885;
        public const double H15 = -0.001042261556504223;
        public const double H16 = 0.0006899717801166841;
        public const double H17 = -0.0004599625144612576;
        public const double H18 = 0.0003268068044141764;
        public const double H19 = -0.0002178682145501451;
        public const double H20 = 9.173383289174792e-05;
        public const double H21 = -6.11554261750751e-05;
        public const double H22 = 0.00012230983055406747;
        public const double H23 = -8.153978973309418e-05;

        // ψ(x) = log x - 1/(2x) - z·(S0 + S1·z + … + S11·z¹¹) with z = 1/x² up to 1/16, found in the same way. Error 2^-62.
        public const double S0 = 0.08333333333333333;
        public const double S1 = -0.008333333333331309;
        public const double S2 = 0.00396825396669174;
        public const double S3 = -0.004166666189390399;
        public const double S4 = 0.00757568128718997;
        public const double S5 = -0.021085480231143226;
        public const double S6 = 0.08287780760807265;
        public const double S7 = -0.4238843454039485;
        public const double S8 = 2.4691541279502918;
        public const double S9 = -13.426103331601523;
        public const double S10 = 53.456525338561356;
        public const double S11 = -107.61230023246503;

        // π·cot πd = 1/d - d·(K0 + K1·d² + … + K16·d³²) on |d| <= ½, found in the same way. K0 is π²/3. Error 2^-60.
        public const double K0 = 3.289868133696453;
        public const double K0Low = 6.095661415650697e-17;
        public const double K1 = 2.164646467422276;
        public const double K1Low = 2.082001704371197e-16;
        public const double K2 = 2.034686123969025;
        public const double K3 = 2.0081547123766956;
        public const double K4 = 2.001989151782039;
        public const double K5 = 2.00049209962009;
        public const double K6 = 2.0001248231973245;
        public const double K7 = 1.9999795020240847;
        public const double K8 = 2.0008108028428335;
        public const double K9 = 1.9907553026387697;
        public const double K10 = 2.07876873042216;
        public const double K11 = 1.5026711150952592;
        public const double K12 = 4.3080141933315685;
        public const double K13 = -5.7049029812482805;
        public const double K14 = 19.724727875968053;
        public const double K15 = -23.768709739065578;
        public const double K16 = 21.12774199081545;
    }

    private static class TrigammaDouble
    {
        public const double Tiny = 1e-150;

        // ψ′(x) = 1/x + 1/(2x²) + (S0 + S1·z + … + S12·z¹²)/x³ with z = 1/x² up to 1/16, found by interpolation in Chebyshev's points with 70 digits. Error 2^-60.
        public const double S0 = 0.16666666666666666;
        public const double S1 = -0.03333333333332672;
        public const double S2 = 0.023809523803528382;
        public const double S3 = -0.03333333117449136;
        public const double S4 = 0.07575716689393194;
        public const double S5 = -0.2530667409891412;
        public const double S6 = 1.1631511249372664;
        public const double S7 = -6.909497130776345;
        public const double S8 = 48.13884616489952;
        public const double S9 = -338.0939324143755;
        public const double S10 = 1996.0072839251322;
        public const double S11 = -8075.901807821274;
        public const double S12 = 15962.435130535045;
    }

    // B₂/2!, B₄/4!, …, B₁₆/16!: Bernoulli's numbers.
    private static ReadOnlySpan<double> BernoulliOverFactorial =>
    [
        1.0 / 12, -1.0 / 720, 1.0 / 30240, -1.0 / 1209600, 1.0 / 47900160, -691.0 / 1307674368000, 1.0 / 74724249600, -3617.0 / 10670622842880000,
    ];
}
